package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.ControlException;
import dev.durascope.debugadapter.core.LaunchException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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

  /** What may fail for a reason that the user is told. */
  interface Work {
    void run() throws LaunchException, ControlException;
  }

  /** An answer without a content, once the work is done by one of the workers. */
  static CompletableFuture<Void> done(Executor workers, Work work) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            work.run();
          } catch (LaunchException | ControlException | RuntimeException e) {
            throw Problem.of(e);
          }
        },
        workers);
  }
}
