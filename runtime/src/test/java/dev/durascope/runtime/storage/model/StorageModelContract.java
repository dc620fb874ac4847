package dev.durascope.runtime.storage.model;

import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Every backend of storage does what the {@link PlainModel} does, whatever an object does: keys,
 * tables, alarms, transactions within transactions, deaths in between.
 *
 * <p>The programs are the same each time. {@code -Ddurascope.model.seed=N} tries others, {@code
 * -Ddurascope.model.programs=N} more or fewer.
 */
abstract class StorageModelContract {
  private static final long SEED = Long.getLong("durascope.model.seed", 1);
  private static final int PROGRAMS = Integer.getInteger("durascope.model.programs", 1_000);
  private static final int STEPS = 100;

  abstract Backend createBackend();

  /** Whether a step is for this backend. */
  boolean suits(Step step) {
    return true;
  }

  @Test
  void doesWhatTheModelDoes() {
    var comparison = new Comparison(this::createBackend, UnaryOperator.identity());
    for (var i = 0; i < PROGRAMS; i++) {
      var seed = SEED * PROGRAMS + i;
      var program =
          new Generator(new Random(seed)).program(STEPS).stream().filter(this::suits).toList();
      comparison
          .compare(program)
          .map(comparison::shrink)
          .ifPresent(
              difference -> fail("The program of seed " + seed + " comes down to\n" + difference));
    }
  }
}
