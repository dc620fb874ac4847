package dev.durascope.debugadapter.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.durascope.debugadapter.core.DebuggeeLauncher;
import dev.durascope.debugadapter.core.LaunchException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * What a client sends, read message by message, so that {@code attach} can go to another process:
 * the one that runs the project which the request names. From then on the client speaks with the
 * adapter there, byte by byte, and the adapter here, who reads from this stream, finds its end.
 *
 * <p>The client has been greeted here already, so the adapter there gets the same greeting, and its
 * answer, of the same number, is passed over. When no such process can be reached, the request goes
 * to the adapter here, who says so.
 */
final class AttachRelay extends InputStream {

  private static final String LENGTH = "content-length:";

  private final InputStream fromClient;
  private final OutputStream toClient;
  private final DebuggeeLauncher launcher;
  private byte[] message = {};
  private byte[] greeting = {};
  private int at;
  private boolean over;

  AttachRelay(InputStream fromClient, OutputStream toClient, DebuggeeLauncher launcher) {
    this.fromClient = fromClient;
    this.toClient = toClient;
    this.launcher = launcher;
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? message[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    } else if (!hasMore()) {
      return -1;
    }
    int count = Math.min(length, message.length - at);
    System.arraycopy(message, at, into, offset, count);
    at += count;
    return count;
  }

  private boolean hasMore() throws IOException {
    if (at == message.length && !over) {
      at = 0;
      message = next(fromClient);
      over = message.length == 0 || isTaken();
    }
    return !over;
  }

  /** Whether another adapter has taken the message, and all that came after it. */
  private boolean isTaken() throws IOException {
    var request = request();
    if (isCommand(request, "initialize")) {
      greeting = message;
    }
    if (!isCommand(request, "attach")) {
      return false;
    }
    var port = port(request);
    if (port.isEmpty()) {
      return false;
    }
    try (var there = new Socket(InetAddress.getLoopbackAddress(), port.getAsInt())) {
      there.setTcpNoDelay(true);
      relay(there);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void relay(Socket there) throws IOException {
    var toAdapter = there.getOutputStream();
    var fromAdapter = there.getInputStream();
    toAdapter.write(greeting);
    next(fromAdapter);
    toAdapter.write(message);
    var requests =
        Thread.ofVirtual()
            .name("attach-relay")
            .start(
                () -> {
                  try {
                    fromClient.transferTo(toAdapter);
                    there.shutdownOutput();
                  } catch (IOException e) {
                    // One of the two has gone.
                  }
                });
    try {
      for (var answer = fromAdapter.readNBytes(1);
          answer.length > 0;
          answer = fromAdapter.readNBytes(Math.max(1, fromAdapter.available()))) {
        toClient.write(answer);
        toClient.flush();
      }
    } finally {
      requests.interrupt();
    }
  }

  private JsonObject request() {
    var text = new String(message, UTF_8);
    try {
      return JsonParser.parseString(text.substring(text.indexOf("\r\n\r\n") + 4))
              instanceof JsonObject object
          ? object
          : new JsonObject();
    } catch (JsonParseException e) {
      return new JsonObject(); // for the adapter to refuse
    }
  }

  private static boolean isCommand(JsonObject request, String name) {
    return request.get("command") instanceof JsonPrimitive command
        && command.getAsString().equals(name);
  }

  private OptionalInt port(JsonObject request) {
    try {
      return request.get("arguments") instanceof JsonObject arguments
              && arguments.get("project") instanceof JsonPrimitive project
          ? launcher.debugPort(Path.of(project.getAsString()).toAbsolutePath())
          : OptionalInt.empty();
    } catch (LaunchException | InvalidPathException e) {
      return OptionalInt.empty(); // the adapter asks again, and says why
    }
  }

  /** A message with its headers; empty at the end. */
  private static byte[] next(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    int length = 0;
    for (var line = line(in, bytes); !line.isEmpty(); line = line(in, bytes)) {
      if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    bytes.write(in.readNBytes(length));
    return bytes.toByteArray();
  }

  private static String line(InputStream in, ByteArrayOutputStream bytes) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      bytes.write(c);
      if (c == '\n') {
        break;
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
