package dev.durascope.languageserver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.languageserver.analysis.ExportsConversion;
import dev.durascope.model.config.WranglerConfig;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Migrations of damaged configurations as {@code exports}: what is offered is without fault. */
class ConversionFuzzTest {

  private static final int IN_THE_GATE = 2_000;
  private static final int MUTATIONS_MAX = 3;

  @Test
  void whatIsOfferedIsWithoutFault() throws Exception {
    var corpus = new Corpus();
    var offered = new AtomicInteger();
    Rounds.run(
        IN_THE_GATE,
        seed -> {
          var random = Rounds.random(seed);
          var project = corpus.any(random);
          var file = project.config();
          var mutated = project.text(file);
          for (int left = random.nextInt(MUTATIONS_MAX + 1); left > 0; left--) {
            mutated = Mutation.of(mutated, random, corpus);
          }
          var text = mutated;
          ExportsConversion.of(WranglerConfig.parse(file, text))
              .ifPresent(
                  fix -> {
                    offered.incrementAndGet();
                    var after = fix.applyTo(file, text);
                    assertThat(WranglerConfig.parse(file, after).document().problems())
                        .as("-Dfuzz.seed=%d: %s", seed, after)
                        .isEmpty();
                  });
        });
    assertThat(offered.get()).isGreaterThan(100);
  }
}
