package dev.durascope.debugadapter.runtime.facts;

import dev.durascope.debugadapter.core.Fact;
import dev.durascope.debugadapter.core.FactList;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.InputGate;
import dev.durascope.runtime.worker.ObjectInterior;
import java.util.ArrayList;
import java.util.List;

/** The two gates: whether they are open, what shuts them, and what waits for them. */
final class GateFacts {
  private GateFacts() {}

  static Fact of(DurableObject object, ObjectInterior interior) {
    var input = input(object, interior);
    var output = output(interior);
    return Fact.of(
        "gates",
        "input " + state(input) + ", output " + state(output),
        new FactList(List.of(input, output)));
  }

  private static String state(Fact gate) {
    var text = gate.value();
    return text.startsWith("open") ? "open" : "shut";
  }

  private static Fact input(DurableObject object, ObjectInterior interior) {
    var backlog = interior.inputGate().backlog();
    var waiting = waiting(object, backlog);
    var text = why(interior, backlog) + (waiting.isEmpty() ? "" : "; waiting: ") + text(waiting);
    return waiting.isEmpty()
        ? Fact.of("input", text)
        : Fact.of("input", text, new FactList(waiting));
  }

  private static String why(ObjectInterior interior, InputGate.Backlog backlog) {
    var reasons = new ArrayList<String>();
    if (interior.instance().isEmpty()) {
      reasons.add("the constructor runs");
    }
    if (backlog.sections() > 0) {
      reasons.add(
          "blockConcurrencyWhile() runs"
              + (backlog.sections() == 1 ? "" : ", " + backlog.sections() + " deep"));
    }
    if (backlog.holds() > 0) {
      reasons.add(
          backlog.holds() == 1
              ? "a result that nothing may come before is on its way"
              : backlog.holds() + " results that nothing may come before are on their way");
    }
    if (reasons.isEmpty() && !interior.inputGate().isOpen()) {
      reasons.add("what has waited goes first");
    }
    return reasons.isEmpty() ? "open" : "shut: " + String.join(", ", reasons);
  }

  private static List<Fact> waiting(DurableObject object, InputGate.Backlog backlog) {
    var waiting = new ArrayList<Fact>();
    var events = object.waitingEvents();
    if (!events.isEmpty()) {
      waiting.add(
          Fact.of("events", Integer.toString(events.size()), new EventFacts(List.of(), events)));
    }
    if (backlog.waitingSections() > 0) {
      waiting.add(
          Fact.of("calls of blockConcurrencyWhile()", Integer.toString(backlog.waitingSections())));
    }
    if (backlog.waitingTurns() > 0) {
      waiting.add(Fact.of("answers and timers", Integer.toString(backlog.waitingTurns())));
    }
    return waiting;
  }

  private static String text(List<Fact> waiting) {
    return String.join(
        ", ", waiting.stream().map(fact -> fact.value() + " " + fact.name()).toList());
  }

  private static Fact output(ObjectInterior interior) {
    var store = interior.store();
    var held = interior.outputGate().held();
    var why =
        !interior.outputGate().isShut()
            ? "open"
            : store.hasOpenSavepoint()
                ? "shut: a transaction is open"
                : "shut: writes are not durable before the turn ends";
    return Fact.of("output", held == 0 ? why : why + "; waiting: " + held + " messages");
  }
}
