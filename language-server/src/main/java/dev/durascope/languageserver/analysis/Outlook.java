package dev.durascope.languageserver.analysis;

import java.util.EnumSet;
import java.util.Set;

/**
 * Notices what somebody looks at. All ways to anything lead through the {@link Subject} and its
 * views, which say it here. Of one thread.
 */
public final class Outlook {

  /** What there is to look at. */
  enum Sight {
    /** What is written in the configuration, the schema that it has to follow, and the day. */
    CONFIGURATION,
    /** What the modules that {@link EnteredCode} has say, each for itself. */
    CODE,
    /** All else: where imports lead, other files, other Workers, what was committed. */
    AROUND
  }

  private final Set<Sight> taken = EnumSet.noneOf(Sight.class);

  Outlook() {}

  /** Somebody looks. */
  void takeIn(Sight sight) {
    taken.add(sight);
  }

  /** As if nobody had. */
  void forget() {
    taken.clear();
  }

  /** Whether nobody has looked at anything else. */
  boolean isOnly(Sight sight) {
    return taken.isEmpty() || (taken.size() == 1 && taken.contains(sight));
  }
}
