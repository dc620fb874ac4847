package dev.durascope.runtime.binding.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.time.ManualClock;
import org.junit.jupiter.api.Test;

/** What a rate limit counts. */
class RateLimiterTest {
  private final ManualClock clock = new ManualClock(1_800_000_000_000L);
  private final RateLimiter limiter = new RateLimiter(clock);

  @Test
  void aWindowGivesSoManyAndNoMore() {
    assertThat(limiter.take("a", 2, 10, 1)).isTrue();
    assertThat(limiter.take("a", 2, 10, 1)).isTrue();
    assertThat(limiter.take("a", 2, 10, 1)).isFalse();
    assertThat(limiter.take("b", 2, 10, 1)).isTrue();
  }

  @Test
  void theNextWindowGivesAnew() {
    assertThat(limiter.take("a", 1, 10, 1)).isTrue();
    clock.advance(9_999);
    assertThat(limiter.take("a", 1, 10, 1)).isFalse();
    clock.advance(1);
    assertThat(limiter.take("a", 1, 10, 1)).isTrue();
  }

  @Test
  void aHeavyCallSpendsMore() {
    assertThat(limiter.take("a", 3, 10, 5)).isTrue();
    assertThat(limiter.take("a", 3, 10, 1)).isFalse();
  }
}
