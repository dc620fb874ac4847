package dev.durascope.languageserver.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

  private final FakeTimer timer = new FakeTimer();
  private int told;
  private final Pace pace = new Pace(timer, () -> told++);

  @Test
  void whoHasNotLookedIsNotTold() {
    pace.changed();
    assertThat(told).isZero();
    pace.looked();
    pace.changed();
    pace.changed();
    assertThat(told).isOne();
  }

  @Test
  void changesInOneSecondAreToldOnce() {
    look();
    assertThat(told).isOne();
    look();
    look();
    assertThat(told).isOne();
    timer.pass(Pace.INTERVAL.minusMillis(1));
    assertThat(told).isOne();
    timer.pass(Duration.ofMillis(1));
    assertThat(told).isEqualTo(2);
    timer.pass(Duration.ofHours(1));
    assertThat(told).isEqualTo(2);
    look();
    assertThat(told).isEqualTo(3);
  }

  private void look() {
    pace.looked();
    pace.changed();
  }
}
