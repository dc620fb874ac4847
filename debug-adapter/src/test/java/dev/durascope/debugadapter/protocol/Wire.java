package dev.durascope.debugadapter.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.debugadapter.core.DebuggeeLauncher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An adapter at the other end of a connection, message by message. What either side says is held to
 * the protocol's schema.
 */
final class Wire implements AutoCloseable {

  /** Longer than any healthy answer takes; only a broken adapter waits for it. */
  private static final long PATIENCE_SECONDS = 60;

  private final OutputStream toAdapter;
  private final BlockingQueue<Optional<JsonObject>> received = new LinkedBlockingQueue<>();
  private final Thread adapter;
  private final Map<Integer, String> unanswered = new HashMap<>();
  private int lastSeq;
  private int lastHeard;

  /**
   * An adapter of its own, on a thread of this process. The two are joined by sockets: a pipe is
   * closed when a thread is interrupted that writes to it, as an engine does that is closed.
   */
  Wire(DebuggeeLauncher launcher) {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var client = new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort());
      var server = listener.accept();
      toAdapter = client.getOutputStream();
      adapter =
          Thread.ofPlatform()
              .daemon()
              .name("adapter under test")
              .start(
                  () -> {
                    run(server, launcher);
                    close(server);
                  });
      listen(client.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Socket socket, DebuggeeLauncher launcher) {
    try {
      DebugAdapterMain.run(socket.getInputStream(), socket.getOutputStream(), launcher);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Wire(Socket socket) throws IOException {
    toAdapter = socket.getOutputStream();
    adapter = listen(socket.getInputStream());
  }

  /** An adapter that listens on a port. */
  static Wire to(int port) throws IOException {
    return new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  private Thread listen(InputStream fromAdapter) {
    return Thread.ofPlatform().daemon().name("client under test").start(() -> read(fromAdapter));
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void read(InputStream in) {
    try {
      while (true) {
        int length = 0;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
          length = Integer.parseInt(line.substring("Content-Length: ".length()));
        }
        if (length == 0) {
          received.add(Optional.empty());
          return;
        }
        var text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        received.add(Optional.of(JsonParser.parseString(text).getAsJsonObject()));
      }
    } catch (IOException e) {
      received.add(Optional.empty());
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.write(c);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  /** Asks something that the protocol allows; the number of the request. */
  int send(String command, JsonObject arguments) {
    var request = request(command, arguments);
    MessageSchema.check(request);
    return write(request);
  }

  /** Asks something that the protocol does not allow. */
  int sendWrong(String command, JsonObject arguments) {
    return write(request(command, arguments));
  }

  private JsonObject request(String command, JsonObject arguments) {
    var request = new JsonObject();
    request.addProperty("seq", ++lastSeq);
    request.addProperty("type", "request");
    request.addProperty("command", command);
    request.add("arguments", arguments);
    unanswered.put(lastSeq, command);
    return request;
  }

  private int write(JsonObject request) {
    var body = request.toString().getBytes(StandardCharsets.UTF_8);
    try {
      toAdapter.write(
          ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      toAdapter.write(body);
      toAdapter.flush();
      return request.get("seq").getAsInt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What can be heard of the adapter. */
  sealed interface Heard {
    record Message(JsonObject json) implements Heard {}

    record Closed() implements Heard {}

    record Silence() implements Heard {}
  }

  /** The next message. */
  Heard next() {
    return next(PATIENCE_SECONDS * 1_000);
  }

  /** The next message, if there is one before so many milliseconds have passed. */
  Heard next(long millis) {
    try {
      var message = received.poll(millis, TimeUnit.MILLISECONDS);
      if (message == null) {
        return new Heard.Silence();
      }
      return message.<Heard>map(this::checked).orElseGet(Heard.Closed::new);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Every message is held to its schema, and every answer to a question. */
  private Heard checked(JsonObject message) {
    MessageSchema.check(message);
    assertThat(message.get("seq").getAsInt())
        .as("the number of %s", message)
        .isEqualTo(++lastHeard);
    if (message.get("type").getAsString().equals("response")) {
      assertThat(unanswered.remove(message.get("request_seq").getAsInt()))
          .as("the question that %s answers", message)
          .isEqualTo(message.get("command").getAsString());
    }
    return new Heard.Message(message);
  }

  /** The events and answers that come until the adapter hangs up, by their names. */
  List<String> remaining() {
    var names = new ArrayList<String>();
    while (next() instanceof Heard.Message(JsonObject message)) {
      names.add(message.get(message.has("event") ? "event" : "command").getAsString());
    }
    return names;
  }

  /** Hangs up and waits until the adapter is gone. */
  @Override
  public void close() {
    close(toAdapter);
    try {
      adapter.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertThat(adapter.isAlive()).as("the adapter still runs").isFalse();
  }
}
