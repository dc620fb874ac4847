package dev.durascope.debugadapter.core;

import java.util.concurrent.atomic.AtomicInteger;

/** The numbers of the breakpoints of all kinds: none is given twice in a session. */
final class BreakpointIds {

  private final AtomicInteger last = new AtomicInteger();

  int next() {
    return last.incrementAndGet();
  }

  /** Gives only greater ones from now on: this one is in use. */
  void skipTo(int used) {
    last.accumulateAndGet(used, Math::max);
  }
}
