package dev.durascope.languageserver.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void aFaultOfOursIsLoggedAndAnswered() {
    try (var log = new Log(Failures.class)) {
      var error = Failures.toResponse(new CompletionException(new IllegalStateException("broken")));
      assertThat(error.getCode()).isEqualTo(ResponseErrorCode.InternalError.getValue());
      assertThat(error.getMessage())
          .isEqualTo("Durascope failed: java.lang.IllegalStateException: broken");
      assertThat(log.lines()).containsExactly("a request failed");
    }
  }
}
