package dev.durascope.runtime.http;

import static dev.durascope.runtime.http.Answers.done;
import static dev.durascope.runtime.http.Answers.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.ByteChannel;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The order of events on one connection: pipelining, half-closed and broken ones, back pressure.
 */
@Timeout(30)
class HttpConnectionTest {
  /** More than all buffers between a writer and a reader that stands still. */
  private static final int MORE_THAN_BUFFERS_HOLD = 64 << 20;

  private static final int CHUNK = 64 << 10;

  /** Turns of the event loop after which nothing more will happen by itself. */
  private static final int ROUNDS = 20;

  private record Call(RequestMessage request, CompletableFuture<ResponseMessage> answer) {}

  private final LinkedBlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private @Nullable HttpFrontDoor door;

  @AfterEach
  void close() {
    if (door != null) {
      door.close();
    }
  }

  private RawClient connect(RequestHandler handler) throws IOException {
    door = HttpFrontDoor.start(FrontDoorOptions.of("127.0.0.1", 0), handler);
    return new RawClient(door);
  }

  /** A handler whose answers the test gives, by {@link #calls}. */
  private CompletableFuture<ResponseMessage> later(RequestMessage request) {
    var call = new Call(request, new CompletableFuture<>());
    calls.add(call);
    return call.answer();
  }

  private Call nextCall() throws InterruptedException {
    return requireNonNull(calls.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void answersManyRequestsOverOneConnection() throws Exception {
    try (var client = connect(request -> done(text(request.url())))) {
      for (var i = 0; i < 100; i++) {
        client.send("GET /%d HTTP/1.1\nHost: a\n\n".formatted(i));
        assertThat(client.readAnswer().body()).isEqualTo("http://a/" + i);
      }
    }
  }

  @Test
  void answersPipelinedRequestsOneAfterTheOther() throws Exception {
    try (var client = connect(this::later)) {
      client.send(
          """
          GET /1 HTTP/1.1
          Host: a

          POST /2 HTTP/1.1
          Host: a
          Content-Length: 4

          bodyGET /3 HTTP/1.1
          Host: a

          """);
      var first = nextCall();
      assertThat(calls).isEmpty();
      first.answer().complete(text("one"));
      var second = nextCall();
      assertThat(second.request().body())
          .isInstanceOfSatisfying(
              Body.Bytes.class, body -> assertThat(body.bytes()).isEqualTo("body".getBytes(UTF_8)));
      second.answer().complete(text("two"));
      nextCall().answer().complete(text("three"));
      assertThat(client.readAnswer().body()).isEqualTo("one");
      assertThat(client.readAnswer().body()).isEqualTo("two");
      assertThat(client.readAnswer().body()).isEqualTo("three");
    }
  }

  @Test
  void answersThousandsOfPipelinedRequests() throws Exception {
    var count = 5_000;
    try (var client = connect(request -> done(text(request.url())))) {
      var writer =
          CompletableFuture.runAsync(
              () -> {
                try {
                  for (var i = 0; i < count; i++) {
                    client.send("GET /%d HTTP/1.1\nHost: a\n\n".formatted(i));
                  }
                } catch (IOException e) {
                  throw new CompletionException(e);
                }
              });
      for (var i = 0; i < count; i++) {
        assertThat(client.readAnswer().body()).isEqualTo("http://a/" + i);
      }
      writer.join();
    }
  }

  @Test
  void answersWhileTheRequestIsStillComing() throws Exception {
    var size = 16 << 20;
    try (var client = connect(request -> done(Answers.of(200, request.body())))) {
      client.send("POST / HTTP/1.1\nHost: a\nContent-Length: %d\n\n".formatted(size));
      client.sendBytes("first".getBytes(UTF_8));
      assertThat(client.readHead().headers()).containsExactly("content-length: " + size);
      assertThat(client.readBytes(5)).isEqualTo("first".getBytes(UTF_8));
      var writer =
          CompletableFuture.runAsync(
              () -> {
                try {
                  client.sendBytes(new byte[size - 5]);
                } catch (IOException e) {
                  throw new CompletionException(e);
                }
              });
      assertThat(client.readBytes(size - 5)).isEqualTo(new byte[size - 5]);
      writer.join();
    }
  }

  @Test
  void closesWhenTheClientAsksFor() throws Exception {
    try (var client = connect(request -> done(text("bye")))) {
      client.send("GET / HTTP/1.1\nHost: a\nConnection: close\n\n");
      assertThat(client.readToEnd())
          .isEqualTo("HTTP/1.1 200 OK\r\ncontent-length: 3\r\nconnection: close\r\n\r\nbye");
    }
  }

  @Test
  void aClientOfHttp10GetsAStreamUpToTheEndOfTheConnection() throws Exception {
    var stream = new ByteChannel();
    try (var client = connect(request -> done(Answers.of(200, new Body.Stream(stream, -1))))) {
      client.send("GET / HTTP/1.0\n\n");
      stream.write("some".getBytes(UTF_8)).join();
      stream.end();
      assertThat(client.readToEnd()).isEqualTo("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nsome");
    }
  }

  @Test
  void aHalfClosedClientStillGetsItsAnswer() throws Exception {
    try (var client = connect(this::later)) {
      client.send("GET / HTTP/1.1\nHost: a\n\n").endOutput();
      nextCall().answer().complete(text("late"));
      assertThat(client.readAnswer().body()).isEqualTo("late");
      assertThat(client.read()).isEqualTo(-1);
    }
  }

  @Test
  void aRequestThatBreaksOffFailsItsStream() throws Exception {
    try (var client = connect(this::later)) {
      client.send("POST / HTTP/1.1\nHost: a\nContent-Length: 1000000\n\nabc");
      var body = (Body.Stream) nextCall().request().body();
      assertThat(body.channel().read().get(20, TimeUnit.SECONDS)).isEqualTo("abc".getBytes(UTF_8));
      client.endOutput();
      assertThatThrownBy(() -> body.channel().read().get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("The client ended the request before the end of its body");
    }
  }

  @Test
  void aClientThatIsGoneCancelsTheStreamOfTheAnswer() throws Exception {
    var stream = new ByteChannel();
    var client = connect(request -> done(Answers.of(200, new Body.Stream(stream, -1))));
    client.send("GET / HTTP/1.1\nHost: a\n\n").readHead();
    client.abort();
    assertThatThrownBy(
            () -> {
              while (true) {
                stream.write(new byte[CHUNK]).get(20, TimeUnit.SECONDS);
              }
            })
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void anAnswerThatNobodyWaitsForAnyMoreIsCancelled() throws Exception {
    var client = connect(this::later);
    client.send("GET / HTTP/1.1\nHost: a\n\n");
    var call = nextCall();
    client.abort();
    var stream = new ByteChannel();
    call.answer().complete(Answers.of(200, new Body.Stream(stream, -1)));
    assertThatThrownBy(
            () -> {
              while (true) {
                stream.write(new byte[CHUNK]).get(20, TimeUnit.SECONDS);
              }
            })
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aSlowReaderHoldsTheStreamOfTheAnswerBack() throws Exception {
    var stream = new ByteChannel();
    try (var client =
        connect(
            request ->
                request.url().endsWith("/ping")
                    ? done(text("pong"))
                    : done(Answers.of(200, new Body.Stream(stream, -1))))) {
      client.send("GET / HTTP/1.0\n\n");
      var last = stream.write(new byte[CHUNK]);
      var written = CHUNK;
      while (isDoneAfterAWhile(last) && written < MORE_THAN_BUFFERS_HOLD) {
        last = stream.write(new byte[CHUNK]);
        written += CHUNK;
      }
      assertThat(written).isLessThan(MORE_THAN_BUFFERS_HOLD);
      client.readHead();
      client.readBytes(written - 16 * CHUNK); // the reader moves, so the writer may
      last.get(20, TimeUnit.SECONDS);
      stream.end();
      assertThat(client.readToEnd()).hasSize(16 * CHUNK);
    }
  }

  /** Lets the event loop go round often enough to complete a future that nothing holds back. */
  private boolean isDoneAfterAWhile(Future<?> future) throws IOException {
    for (var round = 0; round < ROUNDS && !future.isDone(); round++) {
      goRound();
    }
    return future.isDone();
  }

  private void goRound() throws IOException {
    try (var other = new RawClient(requireNonNull(door))) {
      assertThat(other.send("GET /ping HTTP/1.1\nHost: a\n\n").readAnswer().body())
          .isEqualTo("pong");
    }
  }

  @Test
  void aSlowHandlerHoldsTheClientBack() throws Exception {
    try (var client =
        connect(request -> request.url().endsWith("/ping") ? done(text("pong")) : later(request))) {
      client.send("POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n");
      var chunk = ("10000\r\n" + "x".repeat(CHUNK) + "\r\n").getBytes(UTF_8);
      var sent = 0;
      for (var idle = 0; idle < ROUNDS && sent < MORE_THAN_BUFFERS_HOLD; idle++) {
        for (var count = client.trySend(chunk); count > 0; count = client.trySend(chunk)) {
          sent += count;
          idle = 0;
          chunk = rotated(chunk, count);
          if (sent >= MORE_THAN_BUFFERS_HOLD) {
            break;
          }
        }
        goRound();
      }
      assertThat(sent).isLessThan(MORE_THAN_BUFFERS_HOLD);
      assertThat(nextCall().request().body()).isInstanceOf(Body.Stream.class);
    }
  }

  /** Starts a repeated text where a write of {@code count} bytes of it has stopped. */
  private static byte[] rotated(byte[] bytes, int count) {
    var result = new byte[bytes.length];
    for (var i = 0; i < bytes.length; i++) {
      result[i] = bytes[(i + count) % bytes.length];
    }
    return result;
  }

  @Test
  void anAnswerBeforeTheEndOfTheRequestLeavesTheConnectionUsable() throws Exception {
    var size = 4 << 20;
    try (var client = connect(this::later)) {
      client.send("POST / HTTP/1.1\nHost: a\nContent-Length: %d\n\n".formatted(size));
      var call = nextCall();
      call.answer().complete(text("enough"));
      assertThat(client.readAnswer().body()).isEqualTo("enough");
      var body = (Body.Stream) call.request().body();
      assertThatThrownBy(() -> body.channel().read().get(20, TimeUnit.SECONDS))
          .hasRootCauseMessage("Can't read from request stream after response has been sent.");
      client.sendBytes(new byte[size]);
      client.send("GET /next HTTP/1.1\nHost: a\n\n");
      nextCall().answer().complete(text("next"));
      assertThat(client.readAnswer().body()).isEqualTo("next");
    }
  }

  @Test
  void aBodyThatItsReaderCancelsIsReadToItsEndAllTheSame() throws Exception {
    var size = 4 << 20;
    try (var client = connect(this::later)) {
      client.send("POST / HTTP/1.1\nHost: a\nContent-Length: %d\n\n".formatted(size));
      var call = nextCall();
      ((Body.Stream) call.request().body()).channel().cancel();
      client.sendBytes(new byte[size]);
      call.answer().complete(text("fine"));
      assertThat(client.readAnswer().body()).isEqualTo("fine");
    }
  }

  @Test
  void aStreamThatFailsBreaksTheConnectionOff() throws Exception {
    var stream = new ByteChannel();
    try (var client = connect(request -> done(Answers.of(200, new Body.Stream(stream, -1))))) {
      client.send("GET / HTTP/1.1\nHost: a\n\n");
      stream.write("some".getBytes(UTF_8)).join();
      client.readHead();
      assertThat(client.readLine()).isEqualTo("4");
      assertThat(client.readLine()).isEqualTo("some");
      stream.fail(new IllegalStateException("broken"));
      assertThat(client.read()).isEqualTo(-1);
    }
  }

  @Test
  void aStreamShorterThanDeclaredBreaksTheConnectionOff() throws Exception {
    var stream = new ByteChannel();
    try (var client = connect(request -> done(Answers.of(200, new Body.Stream(stream, 10))))) {
      client.send("GET / HTTP/1.1\nHost: a\n\n");
      stream.write("some".getBytes(UTF_8)).join();
      stream.end();
      assertThat(client.readHead().headers()).contains("content-length: 10");
      assertThat(client.readToEnd()).isEqualTo("some");
    }
  }

  @Test
  void closingTheDoorEndsItsConnections() throws Exception {
    try (var client = connect(request -> done(text("x")))) {
      client.send("GET / HTTP/1.1\nHost: a\n\n").readAnswer();
      requireNonNull(door).close();
      assertThat(client.read()).isEqualTo(-1);
    }
  }
}
