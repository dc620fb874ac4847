package dev.durascope.debugadapter.core;

import java.util.concurrent.CompletableFuture;

/**
 * Access to an isolate's thread for as long as the isolate lives: in the pause it is in, otherwise
 * between two of its events. For values that outlast a pause, such as those on the console.
 */
final class IsolateAccess implements ThreadAccess {

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
    var accepted = isolate.view().runWhenIdle(context -> run(task, answer));
    if (!accepted) {
      answer.completeExceptionally(new DebuggerException("The thread has ended."));
    }
    return answer;
  }

  private <T> void run(ThreadTask<T> task, CompletableFuture<T> answer) {
    try {
      answer.complete(isolate.unobserved(task));
    } catch (DebuggerException | RuntimeException | StackOverflowError e) {
      answer.completeExceptionally(e);
    }
  }
}
