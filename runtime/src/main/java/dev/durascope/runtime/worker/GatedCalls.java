package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.OutputGate;

/** Calls of a Durable Object's stubs, whose results leave through its output gate. */
final class GatedCalls implements Admission {
  private final OutputGate outputGate;
  private int held;

  GatedCalls(OutputGate outputGate) {
    this.outputGate = outputGate;
  }

  @Override
  public void settle(Runnable tell) {
    outputGate.send(tell);
  }

  @Override
  public void held(int change) {
    held += change;
  }

  /** How many values of the object are held by others. */
  int held() {
    return held;
  }
}
