package dev.durascope.debugadapter.core;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Access to an isolate's thread for as long as the isolate lives: in the pause it is in, otherwise
 * between two of its events. For values that outlast a pause, such as those on the console.
 */
final class IsolateAccess implements ThreadAccess {

  /** How long an event may keep who asks waiting. */
  private static final long PATIENCE_MILLIS = 2_000;

  private static final Executor PATIENCE =
      CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);

  private final DebuggedIsolate isolate;

  IsolateAccess(DebuggedIsolate isolate) {
    this.isolate = isolate;
  }

  DebuggedIsolate isolate() {
    return isolate;
  }

  @Override
  public <T> CompletableFuture<T> ask(ThreadTask<T> task) {
    var pause = isolate.pause();
    if (pause == null) {
      return askIdle(task);
    }
    // The pause may end before the task's turn has come.
    return pause
        .ask(task)
        .exceptionallyCompose(
            failure ->
                failure instanceof NotPausedException
                    ? askIdle(task)
                    : CompletableFuture.failedFuture(failure));
  }

  private <T> CompletableFuture<T> askIdle(ThreadTask<T> task) {
    var answer = new CompletableFuture<T>();
    var isTaken = new AtomicBoolean();
    var accepted =
        isolate
            .view()
            .runWhenIdle(
                context -> {
                  if (isTaken.compareAndSet(false, true)) {
                    run(task, answer);
                  }
                });
    if (!accepted) {
      answer.completeExceptionally(new DebuggerException("The thread has ended."));
    }
    PATIENCE.execute(
        () -> {
          if (isTaken.compareAndSet(false, true)) {
            askBusy(task, answer);
          }
        });
    return answer;
  }

  /** A thread that has paused meanwhile is not idle until it goes on, but can be asked. */
  private <T> void askBusy(ThreadTask<T> task, CompletableFuture<T> answer) {
    var pause = isolate.pause();
    if (pause == null) {
      answer.completeExceptionally(
          new DebuggerException(
              "The thread was busy for "
                  + PATIENCE_MILLIS
                  + " ms: pause it to look at its values."));
      return;
    }
    var _ =
        pause
            .ask(task)
            .whenComplete(
                (value, failure) -> {
                  if (failure == null) {
                    answer.complete(value);
                  } else {
                    answer.completeExceptionally(failure);
                  }
                });
  }

  private <T> void run(ThreadTask<T> task, CompletableFuture<T> answer) {
    try {
      answer.complete(isolate.unobserved(task));
    } catch (DebuggerException | RuntimeException | StackOverflowError e) {
      answer.completeExceptionally(e);
    }
  }
}
