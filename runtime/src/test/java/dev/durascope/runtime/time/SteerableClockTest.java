package dev.durascope.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A clock that is stopped, moved on and set going, above one that the test moves. */
class SteerableClockTest {
  private final ManualClock machine = new ManualClock(1_000);
  private final SteerableClock clock = new SteerableClock(machine);
  private final List<String> ran = new ArrayList<>();

  private Clock.Timer at(long millis) {
    return clock.schedule(millis, () -> ran.add(millis + " at " + clock.millis()));
  }

  @Test
  void itGoesAsTheMachineDoes() {
    at(1_200);
    at(1_100);
    machine.advance(150);
    assertThat(ran).containsExactly("1100 at 1100");
    machine.advance(50);
    assertThat(ran).hasSize(2);
  }

  @Test
  void whatIsPastRunsAtOnce() {
    at(5);
    assertThat(ran).containsExactly("5 at 1000");
  }

  @Test
  void aCancelledCallbackDoesNotRun() {
    var timer = at(1_100);
    at(1_200);
    timer.cancel();
    machine.advance(500);
    assertThat(ran).containsExactly("1200 at 1200");
  }

  @Test
  void nothingRunsWhileTimeStandsStillButWhatIsDue() {
    at(1_100);
    clock.freeze();
    machine.advance(1_000);
    assertThat(clock.millis()).isEqualTo(1_000);
    assertThat(ran).isEmpty();
    at(1_000);
    assertThat(ran).containsExactly("1000 at 1000");
  }

  @Test
  void timeGoesOnFromWhereItStood() {
    at(1_100);
    clock.freeze();
    machine.advance(1_000);
    clock.resume();
    assertThat(clock.millis()).isEqualTo(1_000);
    machine.advance(99);
    assertThat(ran).isEmpty();
    machine.advance(1);
    assertThat(ran).containsExactly("1100 at 1100");
  }

  @Test
  void eachCallbackSeesItsOwnMomentWhenTimeIsMovedOn() {
    at(1_300);
    at(1_100);
    clock.schedule(1_200, () -> at(1_250));
    clock.freeze();
    clock.advance(1_000);
    assertThat(ran).containsExactly("1100 at 1100", "1250 at 1250", "1300 at 1300");
    assertThat(clock.millis()).isEqualTo(2_000);
    assertThat(clock.isFrozen()).isTrue();
  }

  @Test
  void aClockThatGoesGoesOnFromWhereItWasMovedTo() {
    at(5_000);
    clock.advance(3_000);
    assertThat(clock.isFrozen()).isFalse();
    assertThat(clock.millis()).isEqualTo(4_000);
    machine.advance(999);
    assertThat(ran).isEmpty();
    machine.advance(1);
    assertThat(ran).containsExactly("5000 at 5000");
  }
}
