package dev.durascope.debugadapter.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Sessions of a client that asks anything at any time ({@link FuzzPlan}, {@link FuzzSession}).
 *
 * <pre>
 *   -Ddurascope.fuzz.sessions=200   how many sessions
 *   -Ddurascope.fuzz.seed=1         the seed of the first; the next have the next numbers
 *   -Ddurascope.fuzz.seconds=5      how long an answer may take
 * </pre>
 *
 * <p>What fails is told by its seed, and played again with ever fewer steps as long as it fails. A
 * session has as many threads as objects, so a shorter plan that passes by luck is possible, and
 * one that fails is the truth.
 */
class FuzzTest {

  private static final int SESSIONS = Integer.getInteger("durascope.fuzz.sessions", 5);

  private static final long SEED = Long.getLong("durascope.fuzz.seed", 1);

  /** No measurement: a machine at work may be slow, and only what hangs takes so long. */
  private static final Duration LIMIT =
      Duration.ofSeconds(Integer.getInteger("durascope.fuzz.seconds", 60));

  @Test
  void whatever_is_asked_is_answered_and_nothing_is_left() {
    var failures = new ArrayList<String>();
    for (long seed = SEED; seed < SEED + SESSIONS; seed++) {
      var plan = FuzzPlan.of(seed);
      System.err.println("seed " + seed + ", " + plan.size() + " steps");
      var failure = FuzzSession.play(plan, LIMIT);
      if (failure.isPresent()) {
        failures.add("seed " + seed + ": " + report(plan, failure.get()));
        System.err.println(failures.getLast());
      }
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(
          failures.size() + " of " + SESSIONS + " sessions failed\n" + String.join("\n", failures));
    }
  }

  private static String report(List<FuzzStep> plan, String failure) {
    var last = failure;
    var shortest = plan;
    for (int size = plan.size() / 2; size > 0; size /= 2) {
      for (int from = 0; from < shortest.size(); ) {
        var without = new ArrayList<>(shortest);
        without.subList(from, Math.min(from + size, without.size())).clear();
        Optional<String> again = FuzzSession.play(without, LIMIT);
        if (again.isPresent()) {
          shortest = without;
          last = again.get();
        } else {
          from += size;
        }
      }
    }
    return last
        + "\n"
        + shortest.stream().map(step -> "  " + step).collect(Collectors.joining("\n"));
  }
}
