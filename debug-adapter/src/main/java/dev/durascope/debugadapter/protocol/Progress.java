package dev.durascope.debugadapter.protocol;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.debug.ProgressEndEventArguments;
import org.eclipse.lsp4j.debug.ProgressStartEventArguments;

/** Tells a client that can show it what it waits for. */
final class Progress {

  private final DebugClient client;
  private final boolean isShown;
  private final AtomicInteger last = new AtomicInteger();

  /**
   * @param client who is told
   * @param isShown whether the client has said that it can show progress
   */
  Progress(DebugClient client, boolean isShown) {
    this.client = client;
    this.isShown = isShown;
  }

  /** Work that may fail. */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Does something that takes a while. */
  <T, E extends Exception> T during(String title, Work<T, E> work) throws E {
    if (!isShown) {
      return work.run();
    }
    var id = "durascope-" + last.incrementAndGet();
    var start = new ProgressStartEventArguments();
    start.setProgressId(id);
    start.setTitle(title);
    client.progressStart(start);
    try {
      return work.run();
    } finally {
      var end = new ProgressEndEventArguments();
      end.setProgressId(id);
      client.progressEnd(end);
    }
  }
}
