package dev.durascope.runtime.embed;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.ByteChannel;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Turns what comes of the runtime into what the caller sees, and waits for it.
 *
 * @param describe a failure of the code with its stack mapped to the sources
 */
record Answers(Duration patience, Function<ScriptFailure, String> describe) {
  /** Waits for an answer, for as long as the options say. */
  <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw WorkerException.of(
          "No answer within "
              + patience
              + ". Code that waits for a timer or an alarm of a manual clock waits until that is"
              + " moved on: send such a request with fetchAsync() or callAsync().",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw WorkerException.of("Interrupted while waiting for an answer", e);
    }
  }

  /** The same failure in this package's words. */
  <T> CompletableFuture<T> translated(CompletableFuture<T> answer) {
    return answer.exceptionallyCompose(e -> CompletableFuture.failedFuture(failure(e)));
  }

  private RuntimeException failure(Throwable e) {
    var cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    return switch (cause) {
      case ScriptFailure thrown -> WorkerException.thrown(thrown, describe.apply(thrown));
      case RuntimeException ours -> ours;
      default -> WorkerException.of(String.valueOf(cause.getMessage()), cause);
    };
  }

  /** Reads a response to its end. */
  static CompletableFuture<WorkerResponse> whole(ResponseMessage message) {
    if (message.webSocket().isPresent()) {
      return CompletableFuture.failedFuture(
          WorkerException.of(
              "The response is a WebSocket (status 101), which has no body to wait for; test"
                  + " WebSockets through a DevServer's address.",
              null));
    }
    return bytes(message.body())
        .thenApply(
            body ->
                new WorkerResponse(
                    message.status(), message.statusText(), message.headers(), body));
  }

  private static CompletableFuture<byte[]> bytes(Body body) {
    return switch (body) {
      case Body.None none -> CompletableFuture.completedFuture(new byte[0]);
      case Body.Bytes known -> CompletableFuture.completedFuture(known.bytes());
      case Body.Stream stream -> rest(stream.channel(), new ByteArrayOutputStream());
    };
  }

  private static CompletableFuture<byte[]> rest(ByteChannel channel, ByteArrayOutputStream read) {
    return channel
        .read()
        .thenComposeAsync(
            chunk -> {
              if (chunk == null) {
                return CompletableFuture.completedFuture(read.toByteArray());
              }
              read.writeBytes(chunk);
              return rest(channel, read);
            });
  }
}
