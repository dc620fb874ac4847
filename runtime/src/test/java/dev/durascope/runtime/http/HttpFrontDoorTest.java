package dev.durascope.runtime.http;

import static dev.durascope.runtime.http.Answers.bytes;
import static dev.durascope.runtime.http.Answers.done;
import static dev.durascope.runtime.http.Answers.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.ByteChannel;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.SocketEnd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests and responses, as the JDK's client and a browser would send them. */
@Timeout(30)
class HttpFrontDoorTest {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final LinkedBlockingQueue<RequestMessage> seen = new LinkedBlockingQueue<>();
  private @Nullable HttpFrontDoor door;

  @AfterEach
  void close() {
    client.close();
    if (door != null) {
      door.close();
    }
  }

  private URI open(RequestHandler handler) throws IOException {
    door =
        HttpFrontDoor.start(
            FrontDoorOptions.of("127.0.0.1", 0),
            request -> {
              seen.add(request);
              return handler.handle(request);
            });
    return URI.create("http://127.0.0.1:%d/".formatted(door.address().getPort()));
  }

  private RawClient connect() throws IOException {
    return new RawClient(requireNonNull(door));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void handsOverTheAbsoluteUrlAndTheHeadersInOrder() throws Exception {
    var uri = open(request -> done(text("hello")));
    var answer =
        send(
            HttpRequest.newBuilder(uri.resolve("/a%20b?x=1"))
                .header("X-Two", "first")
                .header("X-Two", "second")
                .header("X-Uml", "ok"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("hello");
    var request = seen.remove();
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.url()).isEqualTo(uri + "a%20b?x=1");
    assertThat(request.body()).isEqualTo(Body.NONE);
    assertThat(request.headers())
        .containsSubsequence(
            new Header("X-Two", "first"),
            new Header("X-Two", "second"),
            new Header("X-Uml", "ok"),
            new Header("CF-Connecting-IP", "127.0.0.1"));
  }

  @Test
  void keepsTheConnectingIpThatAClientPretends() throws Exception {
    var uri = open(request -> done(text("hello")));
    send(HttpRequest.newBuilder(uri).header("cf-connecting-ip", "203.0.113.7"));
    assertThat(seen.remove().headers())
        .filteredOn(header -> header.name().equalsIgnoreCase("cf-connecting-ip"))
        .containsExactly(new Header("cf-connecting-ip", "203.0.113.7"));
  }

  @Test
  void handsASmallBodyOverWhole() throws Exception {
    var uri = open(request -> done(text("ok")));
    send(HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("grüße")));
    assertThat(((Body.Bytes) seen.remove().body()).bytes()).isEqualTo("grüße".getBytes(UTF_8));
  }

  @Test
  void anEmptyBodyIsAnotherThingThanNone() throws Exception {
    open(request -> done(text("ok")));
    try (var raw = connect()) {
      raw.send("POST / HTTP/1.1\nHost: a\nContent-Length: 0\n\n").readAnswer();
      assertThat(((Body.Bytes) seen.remove().body()).bytes()).isEmpty();
      raw.send("POST / HTTP/1.1\nHost: a\n\n").readAnswer();
      assertThat(seen.remove().body()).isEqualTo(Body.NONE);
    }
  }

  @Test
  void streamsALargeBodyBothWays() throws Exception {
    var sent = new byte[20 << 20];
    new Random(1).nextBytes(sent);
    var uri =
        open(
            request ->
                Answers.readAll(request.body())
                    .thenApply(all -> Answers.of(200, Answers.inChunks(all))));
    var answer =
        client.send(
            HttpRequest.newBuilder(uri).POST(BodyPublishers.ofByteArray(sent)).build(),
            BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValueAsLong("content-length")).hasValue(sent.length);
    assertThat(answer.body()).isEqualTo(sent);
  }

  @Test
  void streamsABodyOfUnknownLengthInChunksBothWays() throws Exception {
    var uri = open(request -> done(Answers.of(200, request.body())));
    var parts = List.of("one ".getBytes(UTF_8), "two ".getBytes(UTF_8), "three".getBytes(UTF_8));
    var answer = send(HttpRequest.newBuilder(uri).POST(BodyPublishers.ofByteArrays(parts)));
    assertThat(((Body.Stream) seen.remove().body()).length()).isEqualTo(-1);
    assertThat(answer.headers().firstValue("transfer-encoding")).hasValue("chunked");
    assertThat(answer.body()).isEqualTo("one two three");
  }

  @Test
  void answersExpectContinueBeforeTheBody() throws Exception {
    open(request -> Answers.readAll(request.body()).thenApply(all -> text(new String(all, UTF_8))));
    try (var raw = connect()) {
      raw.send("PUT / HTTP/1.1\nHost: a\nContent-Length: 3\nExpect: 100-continue\n\n");
      assertThat(raw.readHead().statusLine()).isEqualTo("HTTP/1.1 100 Continue");
      assertThat(raw.send("abc").readAnswer().body()).isEqualTo("abc");
    }
  }

  @Test
  void sendsEachSetCookieByItself() throws Exception {
    var uri =
        open(
            request ->
                done(text("", new Header("Set-Cookie", "a=1"), new Header("Set-Cookie", "b=2"))));
    assertThat(send(HttpRequest.newBuilder(uri)).headers().allValues("set-cookie"))
        .containsExactly("a=1", "b=2");
  }

  @Test
  void writesHeadersBeyondAsciiAsUtf8() throws Exception {
    open(request -> done(text("", new Header("X-City", "Zürich 東京"))));
    try (var raw = connect()) {
      var answer = raw.send("GET /ü HTTP/1.1\nHost: a\nX-From: Køln\n\n").readAnswer();
      assertThat(answer.headers()).contains("x-city: zürich 東京");
    }
    var request = seen.remove();
    assertThat(request.headers()).contains(new Header("X-From", "Køln"));
    assertThat(request.url()).isEqualTo("http://a/ü");
  }

  @Test
  void answersHeadWithTheLengthAndNoBody() throws Exception {
    open(request -> done(text("hello")));
    try (var raw = connect()) {
      raw.send("HEAD / HTTP/1.1\nHost: a\n\n");
      assertThat(raw.readHead().headers()).containsExactly("content-length: 5");
      raw.send("GET / HTTP/1.1\nHost: a\n\n");
      assertThat(raw.readAnswer().body()).isEqualTo("hello");
    }
  }

  @Test
  void keepsTheLengthThatAHandlerGivesForHead() throws Exception {
    open(request -> done(Answers.of(200, Body.NONE, new Header("Content-Length", "77"))));
    try (var raw = connect()) {
      raw.send("HEAD / HTTP/1.1\nHost: a\n\n");
      assertThat(raw.readHead().headers()).containsExactly("content-length: 77");
    }
  }

  @Test
  void cancelsTheStreamOfAnAnswerToHead() throws Exception {
    var stream = new ByteChannel();
    open(request -> done(Answers.of(200, new Body.Stream(stream, -1))));
    try (var raw = connect()) {
      raw.send("HEAD / HTTP/1.1\nHost: a\n\n").readHead();
    }
    assertThat(stream.write(new byte[1])).isCompletedExceptionally();
  }

  @Test
  void statusesWithoutABodySayNothingOfItsLength() throws Exception {
    open(request -> done(Answers.of(request.url().endsWith("204") ? 204 : 304, bytes("no"))));
    try (var raw = connect()) {
      raw.send("GET /204 HTTP/1.1\nHost: a\n\nGET /304 HTTP/1.1\nHost: a\n\n");
      var first = raw.readHead();
      assertThat(first.statusLine()).isEqualTo("HTTP/1.1 204 No Content");
      assertThat(first.headers()).isEmpty();
      var second = raw.readHead();
      assertThat(second.statusLine()).isEqualTo("HTTP/1.1 304 Not Modified");
      assertThat(second.headers()).isEmpty();
    }
  }

  @Test
  void framesByTheBodyWhateverTheHandlersHeadersSay() throws Exception {
    open(
        request ->
            done(
                text(
                    "hello",
                    new Header("Content-Length", "3"),
                    new Header("Transfer-Encoding", "chunked"),
                    new Header("Connection", "close"))));
    try (var raw = connect()) {
      raw.send("GET / HTTP/1.1\nHost: a\n\n");
      var answer = raw.readAnswer();
      assertThat(answer.headers()).containsExactly("content-length: 5");
      assertThat(answer.body()).isEqualTo("hello");
    }
  }

  @Test
  void sendsTheStatusTextOfTheHandler() throws Exception {
    open(
        request ->
            done(
                new ResponseMessage(
                    299, "Quite Fine", List.of(), Body.NONE, "", Optional.empty())));
    try (var raw = connect()) {
      assertThat(raw.send("GET / HTTP/1.1\nHost: a\n\n").readAnswer().statusLine())
          .isEqualTo("HTTP/1.1 299 Quite Fine");
    }
  }

  @Test
  void aFailureOfTheHandlerIsATextOfStatus500() throws Exception {
    var uri =
        open(
            request -> {
              if (request.url().endsWith("thrown")) {
                throw new IllegalStateException("thrown here");
              }
              return CompletableFuture.supplyAsync(
                  () -> {
                    throw new IllegalStateException("failed later");
                  });
            });
    var thrown = send(HttpRequest.newBuilder(uri.resolve("/thrown")));
    assertThat(thrown.statusCode()).isEqualTo(500);
    assertThat(thrown.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
    assertThat(thrown.body()).isEqualTo("thrown here");
    assertThat(send(HttpRequest.newBuilder(uri)).body()).isEqualTo("failed later");
  }

  @Test
  void aHeaderThatHttpCannotCarryIsAnErrorNotAnInjection() throws Exception {
    var uri = open(request -> done(text("x", new Header("X-Evil", "a\r\nX-Injected: b"))));
    var answer = send(HttpRequest.newBuilder(uri));
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("x-injected")).isEmpty();
    assertThat(answer.body()).startsWith("The response cannot be sent: ");
  }

  @Test
  void aWebSocketForARequestThatWasNoUpgradeIsAnError() throws Exception {
    var pair = SocketEnd.pair();
    var uri = open(request -> done(Answers.webSocket(pair.first())));
    var answer = send(HttpRequest.newBuilder(uri));
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .isEqualTo(
            "Worker tried to return a WebSocket in a response to a request which did not contain"
                + " the header \"Upgrade: websocket\".");
    assertThat(pair.second().isCloseReceived()).isTrue();
  }

  @Test
  void unreadableRequestsAreRefusedWithTheReason() throws Exception {
    open(request -> done(text("never")));
    try (var raw = connect()) {
      assertThat(raw.send("NONSENSE\n\n").readAnswer().statusLine())
          .isEqualTo("HTTP/1.1 400 Bad Request");
      assertThat(raw.read()).isEqualTo(-1);
    }
    try (var raw = connect()) {
      var answer = raw.send("GET / HTTP/1.1\nX: " + "y".repeat(200_000) + "\n\n").readAnswer();
      assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 431 Request Header Fields Too Large");
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void aPortInUseIsToldWithTheRemedy() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var options = FrontDoorOptions.of("127.0.0.1", taken.getLocalPort());
      assertThatThrownBy(() -> HttpFrontDoor.start(options, request -> done(text(""))))
          .isInstanceOfSatisfying(
              HttpBindException.class,
              e -> {
                assertThat(e.port()).isEqualTo(taken.getLocalPort());
                assertThat(e.host()).isEqualTo("127.0.0.1");
              })
          .hasMessage(
              "Port %d of 127.0.0.1 is in use by another process.".formatted(taken.getLocalPort())
                  + " Stop that process or choose another port");
    }
  }

  @Test
  void aForeignAddressIsToldWithTheRemedy() {
    var options = FrontDoorOptions.of("203.0.113.1", 0);
    assertThatThrownBy(() -> HttpFrontDoor.start(options, request -> done(text(""))))
        .isInstanceOf(HttpBindException.class)
        .hasMessageStartingWith("Cannot listen on 203.0.113.1: it is not an address of this");
  }
}
