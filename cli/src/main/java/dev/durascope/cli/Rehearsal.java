package dev.durascope.cli;

import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.ExitCode;
import dev.durascope.runtime.project.DevServer;
import dev.durascope.runtime.project.ProjectOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A program of its own that does once what the commands do, so that the JVM can record it: which
 * classes are loaded, how they are linked, which methods are hot. The launcher runs it with {@code
 * -XX:AOTCacheOutput}; every later start reads the recording.
 *
 * <p>Whatever ought to start fast belongs here. A scene that fails fails the rehearsal, since a
 * recording of a failure would pass for one of the real thing.
 */
final class Rehearsal {
  /** So many that what a request runs is seen to be hot. */
  private static final int REQUESTS = 50;

  /** In the rehearsed project's {@code index.ts}, within the object's {@code fetch}. */
  private static final int DEBUGGED_LINE = 12;

  private static final List<String> FILES = List.of("wrangler.toml", "index.ts");

  private Rehearsal() {}

  /** Plays every scene on a small project in a directory that is removed afterwards. */
  public static void main(String[] args) throws Exception {
    playAll();
    System.exit(ExitCode.OK);
  }

  static void playAll() throws Exception {
    var dir = Files.createTempDirectory("durascope-rehearsal");
    try {
      for (var file : FILES) {
        try (var in = Rehearsal.class.getResourceAsStream("rehearsal/" + file)) {
          Files.copy(Objects.requireNonNull(in, file), dir.resolve(file));
        }
      }
      play(dir, "--help");
      play(dir, "check");
      play(dir, "check", "--format=json");
      LanguageScene.play(dir);
      dev(dir);
      play(dir, "state", "list");
      DebugScene.play(dir, dir.resolve("index.ts"), DEBUGGED_LINE, Rehearsal::request);
    } finally {
      remove(dir);
    }
  }

  /** Runs the project, sends it a request as a client does, saves a file, and ends it. */
  private static void dev(Path dir) throws Exception {
    var log = new ConsoleLog(silent(dir), LogLevel.DEBUG, true);
    try (var server = DevServer.prepare(ProjectOptions.of(dir), log)) {
      server.start();
      server.openControl();
      for (var i = 0; i < REQUESTS; i++) {
        request(server.address());
      }
      server.watch();
      var entry = dir.resolve("index.ts");
      Files.writeString(entry, Files.readString(entry) + "\n// saved\n");
      server.project().rebuild(Set.of(entry));
      request(server.address());
    }
  }

  private static void request(URI address) throws IOException {
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      var head =
          "POST /rehearsal HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!answer.startsWith("HTTP/1.1 200 ")) {
        throw new IllegalStateException("dev answered " + answer);
      }
    }
  }

  /** Runs a command as the command line would; it must end well. */
  private static void play(Path dir, String... words) {
    var code = Main.run(List.of(words), silent(dir));
    if (code != ExitCode.OK) {
      throw new IllegalStateException(String.join(" ", words) + " ended with " + code);
    }
  }

  private static Console silent(Path dir) {
    var silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Console(InputStream.nullInputStream(), silence, System.err, dir);
  }

  private static void remove(Path dir) throws IOException {
    try (var files = Files.walk(dir)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
