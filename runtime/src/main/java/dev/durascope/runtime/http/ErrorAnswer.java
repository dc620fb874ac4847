package dev.durascope.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.ResponseMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Responses that the front door gives by itself: one line of text that says what is wrong. */
final class ErrorAnswer {
  private ErrorAnswer() {}

  static ResponseMessage of(int status, String message) {
    return new ResponseMessage(
        status,
        "",
        List.of(new Header("Content-Type", "text/plain; charset=utf-8")),
        new Body.Bytes(message.getBytes(UTF_8)),
        "",
        Optional.empty());
  }

  /** For a handler that has failed. */
  static ResponseMessage of(Throwable failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    var message = cause.getMessage();
    return of(500, message == null || message.isBlank() ? cause.toString() : message);
  }
}
