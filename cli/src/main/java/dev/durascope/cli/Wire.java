package dev.durascope.cli;

import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.UserError;
import dev.durascope.cli.command.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * The two streams over which a protocol is spoken: standard input and output, or one connection on
 * a port of this machine.
 *
 * <p>On standard streams the output is the wire and nothing else may be written there, so {@link
 * System#out} leads to standard error meanwhile.
 */
final class Wire {
  private static final String PORT = "--port";

  private Wire() {}

  /** A protocol's server. */
  @FunctionalInterface
  interface Server {
    int serve(InputStream in, OutputStream out) throws Exception;
  }

  /** The words that choose the wire. */
  static final List<Flag> FLAGS =
      List.of(
          Flag.ofValue(
              PORT,
              "N",
              "Listen on this port of 127.0.0.1 for one connection, not on standard input and"
                  + " output."),
          // What it does anyway; editors say it.
          Flag.ofSwitch("--stdio", ""));

  /** Serves over the wire that the words choose. */
  static int serve(Words words, Console console, Server server) throws Exception {
    var port = words.port(PORT);
    if (port.isEmpty()) {
      var standardOutput = System.out;
      System.setOut(System.err);
      try {
        return server.serve(console.in(), console.out());
      } finally {
        System.setOut(standardOutput);
      }
    }
    try (var listener = listen(port.getAsInt())) {
      console.err().println("Listening on 127.0.0.1:" + listener.getLocalPort());
      try (var connection = listener.accept()) {
        return server.serve(connection.getInputStream(), connection.getOutputStream());
      }
    }
  }

  private static ServerSocket listen(int port) throws UserError {
    try {
      return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UserError("cannot listen on port " + port + ": " + e.getMessage());
    }
  }
}
