package dev.durascope.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.message.SocketEnd.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WebSockets from the handshake to the close, seen from both ends. */
@Timeout(30)
class WebSocketTest {
  private static final String HANDSHAKE =
      """
      GET /room HTTP/1.1
      Host: a
      Connection: Upgrade
      Upgrade: websocket
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      """;

  private static final FrontDoorOptions OPTIONS =
      new FrontDoorOptions("127.0.0.1", 0, 1024, true, Duration.ofMillis(200));

  /** What one side has seen, in words. */
  private static final class Log {
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

    void add(String line) {
      lines.add(line);
    }

    String next() throws InterruptedException {
      return requireNonNull(lines.poll(20, TimeUnit.SECONDS), "nothing came");
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final Log worker = new Log();
  private final Log browser = new Log();
  private final SocketEnd.Pair pair = SocketEnd.pair();
  private @Nullable HttpFrontDoor door;

  @AfterEach
  void close() {
    client.shutdownNow();
    if (door != null) {
      door.close();
    }
  }

  /** The worker's side: writes down what comes. */
  private final SocketEnd.Receiver listening =
      new SocketEnd.Receiver() {
        @Override
        public void message(Message message) {
          worker.add(
              switch (message) {
                case Message.Text text -> "text " + shown(text.text());
                case Message.Binary binary -> "binary " + shown(new String(binary.bytes(), UTF_8));
              });
        }

        @Override
        public void closed(int code, String reason, boolean wasClean) {
          worker.add("closed %d '%s' clean %s".formatted(code, reason, wasClean));
        }

        @Override
        public void failed(String error) {
          worker.add("failed '%s'".formatted(error));
        }
      };

  private static String shown(String text) {
    return text.length() < 100 ? text : text.charAt(0) + " * " + text.length();
  }

  /** The client's side: writes down what comes. */
  private final WebSocket.Listener browsing =
      new WebSocket.Listener() {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
            WebSocket socket, CharSequence part, boolean last) {
          text.append(part);
          if (last) {
            browser.add("text " + shown(text.toString()));
            text.setLength(0);
          }
          socket.request(1);
          return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(
            WebSocket socket, ByteBuffer part, boolean last) {
          browser.add("binary " + UTF_8.decode(part));
          socket.request(1);
          return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
          browser.add("pong " + UTF_8.decode(message));
          socket.request(1);
          return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
          browser.add("closed %d '%s'".formatted(code, reason));
          return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
          browser.add("error " + error.getClass().getSimpleName());
        }
      };

  private HttpFrontDoor open(Header... headers) throws IOException {
    pair.second().accept(listening);
    var opened =
        HttpFrontDoor.start(
            OPTIONS, request -> Answers.done(Answers.webSocket(pair.first(), headers)));
    door = opened;
    return opened;
  }

  private WebSocket connect() throws IOException {
    return client
        .newWebSocketBuilder()
        .buildAsync(
            URI.create("ws://127.0.0.1:%d/".formatted(open().address().getPort())), browsing)
        .join();
  }

  private RawClient connectRaw(String extraHeaders, Header... headers) throws IOException {
    var raw = new RawClient(open(headers));
    raw.send(HANDSHAKE + extraHeaders + "\n");
    return raw;
  }

  /** A client's frame: first byte as given, masked by zeros. */
  private static byte[] frame(int firstByte, byte[] payload) {
    var length = payload.length;
    var frame = ByteBuffer.allocate(length + 14).put((byte) firstByte);
    if (length < 126) {
      frame.put((byte) (0x80 | length));
    } else if (length < 1 << 16) {
      frame.put((byte) (0x80 | 126)).putShort((short) length);
    } else {
      frame.put((byte) (0x80 | 127)).putLong(length);
    }
    frame.putInt(0).put(payload);
    return Arrays.copyOf(frame.array(), frame.position());
  }

  private static byte[] frame(int firstByte, String payload) {
    return frame(firstByte, payload.getBytes(UTF_8));
  }

  /** The code of the close frame that comes next. */
  private static int closeCode(RawClient raw) throws IOException {
    var frame = ByteBuffer.wrap(raw.readBytes(4));
    assertThat(frame.get(0)).isEqualTo((byte) 0x88);
    return frame.getShort(2) & 0xffff;
  }

  @Test
  void carriesTextAndBytesBothWays() throws Exception {
    var socket = connect();
    socket.sendText("grüße", true).join();
    socket.sendBinary(ByteBuffer.wrap("bytes".getBytes(UTF_8)), true).join();
    assertThat(worker.next()).isEqualTo("text grüße");
    assertThat(worker.next()).isEqualTo("binary bytes");
    pair.second().send(new Message.Text("zurück"));
    pair.second().send(new Message.Binary("raw".getBytes(UTF_8)));
    assertThat(browser.next()).isEqualTo("text zurück");
    assertThat(browser.next()).isEqualTo("binary raw");
  }

  @Test
  void joinsFragmentsAlsoAroundAPing() throws Exception {
    var socket = connect();
    socket.sendText("one ", false).join();
    socket.sendPing(ByteBuffer.wrap("p".getBytes(UTF_8))).join();
    socket.sendText("two", true).join();
    assertThat(worker.next()).isEqualTo("text one two");
    assertThat(browser.next()).isEqualTo("pong p");
  }

  @Test
  void carriesLargeMessagesBothWays() throws Exception {
    var socket = connect();
    var large = "x".repeat(10 << 20);
    socket.sendText(large, true).join();
    assertThat(worker.next()).isEqualTo("text x * 10485760");
    pair.second().send(new Message.Text(large));
    assertThat(browser.next()).isEqualTo("text x * 10485760");
  }

  @Test
  void keepsTheOrderOfManyMessages() throws Exception {
    connect();
    for (var i = 0; i < 10_000; i++) {
      pair.second().send(new Message.Text("m" + i));
    }
    for (var i = 0; i < 10_000; i++) {
      assertThat(browser.next()).isEqualTo("text m" + i);
    }
  }

  @Test
  void whatWasSentBeforeTheHandshakeComesAfterIt() throws Exception {
    pair.second().send(new Message.Text("early"));
    connect();
    assertThat(browser.next()).isEqualTo("text early");
  }

  @Test
  void aCloseOfTheClientWaitsForTheWorkersAnswer() throws Exception {
    var socket = connect();
    socket.sendClose(4001, "bye").join();
    assertThat(worker.next()).isEqualTo("closed 4001 'bye' clean true");
    assertThat(socket.isInputClosed()).isFalse();
    pair.second().close(4002, "so long", true);
    assertThat(browser.next()).isEqualTo("closed 4002 'so long'");
  }

  @Test
  void aCloseOfTheWorkerIsAnsweredByTheClient() throws Exception {
    connect();
    pair.second().close(1000, "done", true);
    assertThat(browser.next()).isEqualTo("closed 1000 'done'");
    assertThat(worker.next()).isEqualTo("closed 1000 '' clean true");
  }

  @Test
  void aCloseWithoutACodeIsCode1005BothWays() throws Exception {
    try (var raw = connectRaw("")) {
      raw.readHead();
      raw.sendBytes(frame(0x88, ""));
      assertThat(worker.next()).isEqualTo("closed 1005 '' clean true");
      pair.second().close(1005, "", true);
      assertThat(raw.readBytes(2)).containsExactly(0x88, 0);
      assertThat(raw.read()).isEqualTo(-1);
    }
  }

  @Test
  void aBrokenConnectionIsCode1006() throws Exception {
    var raw = connectRaw("");
    raw.readHead();
    raw.abort();
    assertThat(worker.next())
        .isEqualTo("closed 1006 'WebSocket disconnected without sending Close frame.' clean false");
  }

  @Test
  void aConnectionThatEndsWithoutACloseIsCode1006() throws Exception {
    try (var raw = connectRaw("")) {
      raw.readHead();
      raw.endOutput();
      assertThat(worker.next()).startsWith("closed 1006 ");
    }
  }

  @Test
  void aWorkerThatIsGoneBreaksTheConnection() throws Exception {
    try (var raw = connectRaw("")) {
      raw.readHead();
      pair.second().close(1006, "", false);
      assertThat(raw.read()).isEqualTo(-1);
    }
  }

  @Test
  void aWorkerMayStillCloseWhenTheDoorIsClosed() throws Exception {
    try (var raw = connectRaw("")) {
      raw.readHead();
      requireNonNull(door).close();
      assertThatCode(() -> pair.second().close(1001, "Going away", true))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aClientThatDoesNotAnswerTheCloseIsCutOff() throws Exception {
    try (var raw = connectRaw("")) {
      raw.readHead();
      pair.second().close(1000, "", true);
      assertThat(raw.readBytes(4)).containsExactly(0x88, 2, 0x03, 0xe8);
      assertThat(raw.read()).isEqualTo(-1);
      assertThat(worker.next()).startsWith("closed 1006 ");
    }
  }

  private void assertRefused(byte[] bytes, int code, String description) throws Exception {
    try (var raw = connectRaw("")) {
      raw.readHead();
      raw.sendBytes(bytes);
      assertThat(closeCode(raw)).isEqualTo(code);
      assertThat(worker.next())
          .isEqualTo(
              "failed 'WebSocket protocol error; protocolError.statusCode = %d;"
                  + " protocolError.description = %s'",
              code, description);
    }
  }

  @Test
  void aMessageBeyondTheLimitIsRefusedWithCode1009() throws Exception {
    assertRefused(
        Arrays.copyOf(frame(0x82, new byte[(32 << 20) + 1]), 100),
        1009,
        "Message is too large: 33554433 > 33554432");
  }

  @Test
  void fragmentsBeyondTheLimitAreRefusedWithCode1009() throws Exception {
    try (var raw = connectRaw("")) {
      raw.readHead();
      raw.sendBytes(frame(0x02, new byte[20 << 20]));
      raw.sendBytes(Arrays.copyOf(frame(0x80, new byte[20 << 20]), 100));
      assertThat(closeCode(raw)).isEqualTo(1009);
      assertThat(worker.next()).endsWith("Message is too large: 20971520 > 12582912'");
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0xa1, Received frame had RSV bits 2 or 3 set
          0x80, Unexpected continuation frame
          0x08, Received fragmented control frame
          0xc1, 'Received a WebSocket frame whose compression bit was set, but the compression extension was not negotiated for this connection.'
          0x83, Unknown opcode 3
          0x8b, Unknown opcode 11
          """)
  void aFrameThatBreaksTheProtocolIsRefusedWithCode1002(String first, String description)
      throws Exception {
    assertRefused(frame(Integer.decode(first), "x"), 1002, description);
  }

  @Test
  void aMessageInAnotherIsRefusedWithCode1002AndWhatCameBeforeIsDelivered() throws Exception {
    try (var raw = connectRaw("")) {
      raw.readHead();
      raw.sendBytes(join(frame(0x81, "whole"), frame(0x01, "x"), frame(0x81, "y")));
      assertThat(worker.next()).isEqualTo("text whole");
      assertThat(worker.next()).endsWith("Missing continuation frame'");
    }
  }

  @Test
  void aHeaderMayComeByteByByte() throws Exception {
    try (var raw = connectRaw("")) {
      raw.readHead();
      for (var each : join(frame(0x01, "a"), frame(0x80, "b"), frame(0x8f, "c"))) {
        raw.sendBytes(new byte[] {each});
      }
      assertThat(worker.next()).isEqualTo("text ab");
      assertThat(worker.next()).endsWith("Unknown opcode 15'");
    }
  }

  private static byte[] join(byte[]... parts) {
    var all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    Arrays.stream(parts).forEach(all::put);
    return all.array();
  }

  @Test
  void textThatIsNotUtf8HasReplacementCharacters() throws Exception {
    try (var raw = connectRaw("")) {
      raw.readHead();
      raw.sendBytes(frame(0x81, new byte[] {(byte) 0xc3, 0x28, (byte) 0xff}));
      assertThat(worker.next()).isEqualTo("text \ufffd(\ufffd");
    }
  }

  @Test
  void anUnmaskedFrameIsRefusedWithCode1002() throws Exception {
    assertRefused(
        new byte[] {(byte) 0x81, 1, 'x'}, 1002, "received a frame that is not masked as expected");
  }

  @Test
  void aClientThatNeverReadsIsCutOffAtTheLimit() throws Exception {
    try (var raw = connectRaw("")) {
      raw.readHead();
      var message = new Message.Binary(new byte[1 << 20]);
      while (worker.lines.isEmpty()) {
        pair.second().send(message);
      }
      assertThat(worker.next())
          .isEqualTo(
              "closed 1006 'The client reads too slowly: more than 67108864 bytes wait' clean"
                  + " false");
    }
  }

  @Test
  void theSubprotocolIsTheResponses() throws Exception {
    try (var raw =
        connectRaw(
            "Sec-WebSocket-Protocol: chat, superchat\n",
            new Header("Sec-WebSocket-Protocol", "superchat"),
            new Header("Set-Cookie", "seen=1"))) {
      var head = raw.readHead();
      assertThat(head.statusLine()).isEqualTo("HTTP/1.1 101 Switching Protocols");
      assertThat(head.headers())
          .contains(
              "sec-websocket-protocol: superchat",
              "set-cookie: seen=1",
              "upgrade: websocket",
              "connection: upgrade",
              "sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo=");
    }
  }

  @Test
  void compressesForClientsThatOfferIt() throws Exception {
    try (var raw = connectRaw("Sec-WebSocket-Extensions: permessage-deflate\n")) {
      assertThat(raw.readHead().headers()).contains("sec-websocket-extensions: permessage-deflate");
      // The example of RFC 7692, section 7.2.3.1: "Hello" in a compressed frame, masked by zeros.
      var hello = new byte[] {(byte) 0xf2, 0x48, (byte) 0xcd, (byte) 0xc9, (byte) 0xc9, 0x07, 0x00};
      raw.sendBytes(frame(0xc1, hello));
      assertThat(worker.next()).isEqualTo("text Hello");
      pair.second().send(new Message.Text("Hello"));
      assertThat(raw.readBytes(9))
          .containsExactly(
              (byte) 0xc1, 7, (byte) 0xf2, 0x48, (byte) 0xcd, (byte) 0xc9, (byte) 0xc9, 0x07, 0x00);
    }
  }

  @Test
  void aCompressedMessageBeyondTheLimitIsRefusedWithCode1009() throws Exception {
    try (var raw = connectRaw("Sec-WebSocket-Extensions: permessage-deflate\n")) {
      raw.readHead();
      raw.sendBytes(frame(0xc2, deflated(new byte[(32 << 20) + 1])));
      assertThat(closeCode(raw)).isEqualTo(1009);
      assertThat(worker.next()).endsWith("description = Message is too large'");
    }
  }

  @Test
  void whatCannotBeDecompressedIsRefusedWithCode1002() throws Exception {
    try (var raw = connectRaw("Sec-WebSocket-Extensions: permessage-deflate\n")) {
      raw.readHead();
      raw.sendBytes(frame(0xc1, new byte[] {-1, -1, -1, 18, 52}));
      assertThat(closeCode(raw)).isEqualTo(1002);
      assertThat(worker.next()).endsWith("description = Invalid compressed data'");
    }
  }

  private static byte[] deflated(byte[] bytes) {
    try (var deflater = new Deflater(6, true)) {
      deflater.setInput(bytes);
      var buffer = new byte[1 << 20];
      var length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
      return Arrays.copyOf(buffer, length - 4);
    }
  }

  @Test
  void anotherAnswerToAnUpgradeIsAnOrdinaryResponse() throws Exception {
    door =
        HttpFrontDoor.start(
            OPTIONS, request -> Answers.done(Answers.of(403, Answers.bytes("no entry"))));
    var refused =
        client
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("ws://127.0.0.1:%d/".formatted(door.address().getPort())), browsing)
            .handle((socket, failure) -> failure)
            .join();
    assertThat(refused)
        .isInstanceOf(CompletionException.class)
        .cause()
        .asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
        .satisfies(e -> assertThat(e.getResponse().statusCode()).isEqualTo(403));
    try (var raw = new RawClient(door)) {
      raw.send(HANDSHAKE + "\n");
      assertThat(raw.readAnswer().body()).isEqualTo("no entry");
      raw.send("GET /again HTTP/1.1\nHost: a\n\n");
      assertThat(raw.readAnswer().body()).isEqualTo("no entry");
    }
  }

  @Test
  void anUpgradeOfAnotherVersionIsRefused() throws Exception {
    try (var raw = new RawClient(open())) {
      raw.send(HANDSHAKE.replace("Version: 13", "Version: 8") + "\n");
      var answer = raw.readAnswer();
      assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 400 Bad Request");
      assertThat(answer.body()).contains("Sec-WebSocket-Version: 13");
      assertThat(worker.next()).startsWith("closed 1006 ");
    }
  }

  @Test
  void aClientThatIsGoneBeforeTheAnswerClosesThePair() throws Exception {
    pair.second().accept(listening);
    var answer = new CompletableFuture<ResponseMessage>();
    var called = new CompletableFuture<Void>();
    door =
        HttpFrontDoor.start(
            OPTIONS,
            request -> {
              called.complete(null);
              return answer;
            });
    var raw = new RawClient(door);
    raw.send(HANDSHAKE + "\n");
    called.get(20, TimeUnit.SECONDS);
    raw.abort();
    try (var other = new RawClient(door)) {
      other.endOutput();
      assertThat(other.read()).isEqualTo(-1); // by now the loop has seen the reset as well
    }
    answer.complete(Answers.webSocket(pair.first()));
    assertThat(worker.next()).startsWith("closed 1006 ");
  }
}
