package dev.durascope.debugadapter.runtime.facts;

import dev.durascope.debugadapter.core.Fact;
import dev.durascope.debugadapter.core.FactList;
import dev.durascope.debugadapter.core.FilePosition;
import dev.durascope.debugadapter.core.HibernationBlocker;
import dev.durascope.runtime.worker.Blocker;
import dev.durascope.runtime.worker.ObjectInterior;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Why the object cannot hibernate, or that it can. */
final class BlockerFacts {
  private BlockerFacts() {}

  static Fact of(ObjectInterior interior) {
    var blockers = list(interior).stream().map(BlockerFacts::line).toList();
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

  static List<HibernationBlocker> list(ObjectInterior interior) {
    return interior.blockers().stream().map(BlockerFacts::blocker).toList();
  }

  private static HibernationBlocker blocker(Blocker blocker) {
    return new HibernationBlocker(
        blocker.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        blocker.text(),
        blocker.place().map(at -> new FilePosition(at.file(), at.line(), at.column())));
  }

  static String line(HibernationBlocker blocker) {
    return blocker
        .place()
        .map(at -> blocker.text() + ", since " + at.file().getFileName() + ":" + at.line())
        .orElse(blocker.text());
  }
}
