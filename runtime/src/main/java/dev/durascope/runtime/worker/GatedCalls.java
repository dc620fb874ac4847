package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.InputGate;
import dev.durascope.runtime.durable.OutputGate;
import java.util.ArrayDeque;
import java.util.Queue;

/** Calls of a Durable Object's stubs, which come in and leave through its gates. */
final class GatedCalls implements Admission {
  private final InputGate inputGate;
  private final OutputGate outputGate;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int held;

  GatedCalls(InputGate inputGate, OutputGate outputGate) {
    this.inputGate = inputGate;
    this.outputGate = outputGate;
  }

  @Override
  public boolean isShut() {
    return !inputGate.isOpen();
  }

  @Override
  public void admit(boolean madeWhileShut, Runnable turn) {
    if (inputGate.isOpen() || madeWhileShut) {
      turn.run();
    } else {
      waiting.add(turn);
    }
  }

  /** The gate has opened: lets those in that wait, unless one of them shuts it again. */
  void admitWaiting() {
    while (inputGate.isOpen() && !waiting.isEmpty()) {
      waiting.remove().run();
    }
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
