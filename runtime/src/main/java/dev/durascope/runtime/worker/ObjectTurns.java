package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.InputGate;
import dev.durascope.runtime.script.TurnGate;

/** Lets the turns of an object's isolate in through its input gate. */
record ObjectTurns(InputGate inputGate) implements TurnGate {
  @Override
  public Entrance entrance() {
    return inputGate.scope()::enter;
  }

  @Override
  public Entrance reservedEntrance() {
    return inputGate.scope().hold()::enter;
  }
}
