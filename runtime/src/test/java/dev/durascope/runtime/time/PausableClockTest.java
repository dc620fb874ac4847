package dev.durascope.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits waits longer by each pause, above a clock that the test moves. */
class PausableClockTest {
  private final ManualClock machine = new ManualClock(1_000);
  private final PausableClock clock = new PausableClock(machine);
  private final List<String> ran = new ArrayList<>();

  private Clock.Timer in(long millis) {
    return clock.schedule(clock.millis() + millis, () -> ran.add(millis + " at " + clock.millis()));
  }

  @Test
  void withoutPausesItGoesAsTheClockDoes() {
    in(100);
    machine.advance(99);
    assertThat(ran).isEmpty();
    machine.advance(1);
    assertThat(ran).containsExactly("100 at 1100");
  }

  @Test
  void aPausePutsOffWhatIsLeft() {
    in(100);
    machine.advance(60);
    clock.pause();
    machine.advance(10_000);
    assertThat(clock.millis()).isEqualTo(11_060);
    clock.goOn();
    machine.advance(39);
    assertThat(ran).isEmpty();
    machine.advance(1);
    assertThat(ran).containsExactly("100 at 11100");
    assertThat(clock.pausedMillis()).isEqualTo(10_000);
  }

  @Test
  void severalPausesAddUp() {
    in(100);
    for (int i = 0; i < 3; i++) {
      machine.advance(30);
      clock.pause();
      machine.advance(500);
      clock.goOn();
    }
    machine.advance(10);
    assertThat(ran).containsExactly("100 at 2600");
  }

  @Test
  void whatIsScheduledInAPauseWaitsFromItsEnd() {
    clock.pause();
    in(100);
    in(0);
    machine.advance(1_000);
    assertThat(ran).isEmpty();
    clock.goOn();
    machine.advance(0);
    assertThat(ran).containsExactly("0 at 2000");
    machine.advance(100);
    assertThat(ran).containsExactly("0 at 2000", "100 at 2100");
  }

  @Test
  void theOrderIsKept() {
    in(30);
    in(10);
    in(20);
    machine.advance(5);
    clock.pause();
    machine.advance(50);
    clock.goOn();
    machine.advance(50);
    assertThat(ran).containsExactly("10 at 1060", "20 at 1070", "30 at 1080");
  }

  @Test
  void aCancelledCallbackDoesNotRun() {
    var before = in(10);
    var within = in(20);
    before.cancel();
    clock.pause();
    within.cancel();
    machine.advance(100);
    clock.goOn();
    machine.advance(100);
    assertThat(ran).isEmpty();
  }
}
