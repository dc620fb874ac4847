package dev.durascope.debugadapter.core;

import java.util.concurrent.CompletableFuture;

/**
 * A way to the one thread on which the values of an isolate may be touched. What is held by it can
 * be asked for as long as it lasts.
 */
sealed interface ThreadAccess permits Pause, IsolateAccess {

  /** Has a task run on the isolate's thread. */
  <T> CompletableFuture<T> ask(ThreadTask<T> task);

  /** Something to be done on the isolate's thread. */
  @FunctionalInterface
  interface ThreadTask<T> {
    T run() throws DebuggerException;
  }
}
