package dev.durascope.debugadapter.protocol;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Answers that come later. */
final class Answers {

  private Answers() {}

  /** The debugger's answer as the protocol's, its failure as a {@link Problem}. */
  static <T, R> CompletableFuture<R> later(CompletableFuture<T> asked, Function<T, R> translate) {
    return asked.handle(
        (value, thrown) -> {
          if (thrown != null) {
            throw Problem.of(thrown);
          }
          return translate.apply(value);
        });
  }
}
