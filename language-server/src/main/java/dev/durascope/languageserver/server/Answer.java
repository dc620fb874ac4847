package dev.durascope.languageserver.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.jspecify.annotations.Nullable;

/**
 * A result that is worked out on another thread, and that can be cancelled through whatever was
 * derived from it: who gives up an answer gives up the work. Work that has not begun never does;
 * work in progress ends where it asks its {@link CancelChecker}.
 */
final class Answer<T extends @Nullable Object> extends CompletableFuture<T> {

  private final @Nullable Future<?> source;

  private Answer(@Nullable Future<?> source) {
    this.source = source;
  }

  static <T extends @Nullable Object> Answer<T> on(
      Executor executor, Function<CancelChecker, T> work) {
    var answer = new Answer<T>(null);
    executor.execute(() -> answer.work(work));
    return answer;
  }

  @SuppressWarnings("CatchingUnchecked") // An error, too, is the answer of a request.
  private void work(Function<CancelChecker, T> work) {
    if (isDone()) {
      return;
    }
    try {
      complete(work.apply(this::checkCancelled));
    } catch (Throwable failure) {
      completeExceptionally(failure);
    }
  }

  private void checkCancelled() {
    if (isCancelled()) {
      throw new java.util.concurrent.CancellationException();
    }
  }

  @Override
  public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
    return new Answer<>(this);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (source != null) {
      source.cancel(mayInterruptIfRunning);
    }
    return cancelled;
  }
}
