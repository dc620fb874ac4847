package dev.durascope.debugadapter.runtime.facts;

import dev.durascope.debugadapter.core.Fact;
import dev.durascope.debugadapter.core.FactList;
import dev.durascope.runtime.worker.ObjectInterior;
import java.util.stream.IntStream;

/** Why the object cannot hibernate, or that it can. */
final class BlockerFacts {
  private BlockerFacts() {}

  static Fact of(ObjectInterior interior) {
    var blockers = interior.blockers();
    if (blockers.isEmpty()) {
      return Fact.of("hibernation", "possible");
    }
    var list =
        IntStream.range(0, blockers.size())
            .mapToObj(i -> Fact.of(Integer.toString(i), blockers.get(i)))
            .toList();
    var line =
        blockers.size() == 1
            ? "not possible: " + blockers.getFirst()
            : "not possible, for " + blockers.size() + " reasons";
    return Fact.of("hibernation", line, new FactList(list));
  }
}
