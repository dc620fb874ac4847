package dev.durascope.languageserver.fuzz;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How much is tried: the same few rounds in every gate, or as many as fit into {@code
 * -Dfuzz.minutes=N} from {@code -Dfuzz.seed=N} on. A round is known by its seed alone.
 */
final class Rounds {

  private static final long FIRST_SEED = Long.getLong("fuzz.seed", 2026);
  private static final int MINUTES = Integer.getInteger("fuzz.minutes", 0);

  private Rounds() {}

  interface Round {
    void run(long seed) throws Exception;
  }

  static void run(int inTheGate, Round round) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
    long seed = FIRST_SEED;
    while (MINUTES > 0 ? System.nanoTime() - end < 0 : seed < FIRST_SEED + inTheGate) {
      round.run(seed++);
    }
    if (MINUTES > 0) {
      System.out.printf("%d rounds, seeds %d to %d%n", seed - FIRST_SEED, FIRST_SEED, seed - 1);
    }
  }

  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
