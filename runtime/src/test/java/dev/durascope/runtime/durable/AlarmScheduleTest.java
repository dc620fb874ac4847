package dev.durascope.runtime.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.time.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When alarms run, run again and are given up, by a clock that the test moves. */
class AlarmScheduleTest {
  private static final long START = 1_800_000_000_000L;

  private final ManualClock clock = new ManualClock(START);
  private final List<String> said = new ArrayList<>();
  private final AlarmSchedule alarms =
      new AlarmSchedule(
          clock,
          new Random(1),
          new AlarmSchedule.Runner() {
            @Override
            public void run(DurableObjectId id, long scheduledTime, int retryCount) {
              said.add("run " + id.name() + " " + (scheduledTime - START) + " " + retryCount);
            }

            @Override
            public void abandon(DurableObjectId id, long scheduledTime) {
              said.add("abandon " + id.name() + " " + (scheduledTime - START));
            }
          });

  private static DurableObjectId id(String name) {
    return new DurableObjectId("%064x".formatted(name.hashCode() & 0xffff), name);
  }

  @Test
  void anAlarmRunsAtItsTime() {
    alarms.set(id("a"), START + 100);
    clock.advance(99);
    assertThat(said).isEmpty();
    clock.advance(1);
    assertThat(said).containsExactly("run a 100 0");
    assertThat(alarms.get(id("a"))).hasValue(START + 100);
    alarms.ended(id("a"), AlarmOutcome.OVER);
    assertThat(alarms.get(id("a"))).isEmpty();
  }

  @Test
  void theLastOneSetIsTheOneThatRuns() {
    alarms.set(id("a"), START + 100);
    alarms.set(id("a"), START + 50);
    alarms.set(id("a"), START + 70);
    clock.advance(1_000);
    assertThat(said).containsExactly("run a 70 0");
  }

  @Test
  void anAlarmIsRetriedSixTimesEachAfterTwiceTheWaitAndUpToAQuarterMore() {
    alarms.set(id("a"), START);
    clock.advance(0);
    for (var retry = 1; retry <= AlarmSchedule.MAX_RETRIES; retry++) {
      said.clear();
      alarms.ended(id("a"), AlarmOutcome.FAILED);
      var wait = 2_000L << (retry - 1);
      clock.advance(wait - 1);
      assertThat(said).as("before retry %d", retry).isEmpty();
      clock.advance(wait / 4 + 1);
      assertThat(said).containsExactly("run a 0 " + retry);
    }
    said.clear();
    alarms.ended(id("a"), AlarmOutcome.FAILED);
    assertThat(said).containsExactly("abandon a 0");
    clock.advance(1_000_000);
    assertThat(said).hasSize(1);
    assertThat(alarms.all()).isEmpty();
  }

  @Test
  void whatTakesTheObjectAwayDoesNotCount() {
    alarms.set(id("a"), START);
    clock.advance(0);
    for (var i = 0; i < 12; i++) {
      alarms.ended(id("a"), AlarmOutcome.LOST);
      clock.advance((2_000L << Math.min(i, AlarmSchedule.MAX_DOUBLINGS)) * 5 / 4);
      assertThat(said).hasSize(i + 2).allMatch("run a 0 0"::equals);
    }
    alarms.ended(id("a"), AlarmOutcome.FAILED);
    clock.advance(2_500); // the user's own failures start with the first wait
    assertThat(said).last().isEqualTo("run a 0 1");
  }

  @Test
  void anAlarmThatIsSetWhileOneRunsWaitsAndReplacesItsRetry() {
    alarms.set(id("a"), START);
    clock.advance(0);
    alarms.set(id("a"), START + 10);
    clock.advance(100);
    assertThat(said).containsExactly("run a 0 0");
    alarms.ended(id("a"), AlarmOutcome.FAILED);
    clock.advance(0);
    assertThat(said).containsExactly("run a 0 0", "run a 10 0");
    alarms.ended(id("a"), AlarmOutcome.OVER);
    clock.advance(100_000);
    assertThat(said).hasSize(2);
  }

  @Test
  void deletingTheAlarmThatRunsStopsNothingButWhatWasQueued() {
    alarms.set(id("a"), START);
    clock.advance(0);
    alarms.set(id("a"), START + 10);
    alarms.delete(id("a"));
    alarms.ended(id("a"), AlarmOutcome.OVER);
    clock.advance(100);
    assertThat(said).containsExactly("run a 0 0");
  }

  @Test
  void aRetryCanBeReplacedAndDeleted() {
    alarms.set(id("a"), START);
    alarms.set(id("b"), START);
    clock.advance(0);
    alarms.ended(id("a"), AlarmOutcome.FAILED);
    alarms.ended(id("b"), AlarmOutcome.FAILED);
    alarms.set(id("a"), START + 100);
    alarms.delete(id("b"));
    clock.advance(10_000);
    assertThat(said).containsExactly("run a 0 0", "run b 0 0", "run a 100 0");
  }

  @Test
  void anAbortWithoutRetryGivesTheAlarmUp() {
    alarms.set(id("a"), START);
    clock.advance(0);
    alarms.ended(id("a"), AlarmOutcome.ABANDONED);
    assertThat(said).containsExactly("run a 0 0", "abandon a 0");
  }

  @Test
  void firingRunsItNowAndOnce() {
    assertThat(alarms.fireNow(id("a"))).isEmpty();
    alarms.set(id("a"), START + 100);
    assertThat(alarms.fireNow(id("a"))).isPresent();
    assertThat(alarms.fireNow(id("a"))).isEmpty();
    clock.advance(1_000);
    assertThat(said).containsExactly("run a 100 0");
  }

  @Test
  void tenThousandThatAreDueAtOnceAllRunAFewAtATime() {
    var count = 10_000;
    for (var i = 0; i < count; i++) {
      alarms.set(new DurableObjectId("%064x".formatted(i), "object " + i), START + i % 7);
    }
    clock.advance(10);
    assertThat(said).hasSize(AlarmSchedule.MAX_RUNNING);
    for (var i = 0; i < said.size(); i++) {
      var name = said.get(i).split(" ", 4)[2];
      alarms.ended(
          new DurableObjectId("%064x".formatted(Integer.parseInt(name)), null), AlarmOutcome.OVER);
    }
    assertThat(said).hasSize(count).doesNotHaveDuplicates();
    assertThat(alarms.all()).isEmpty();
  }

  @Test
  void allShowsWhatRunsNextFirst() {
    alarms.set(id("later"), START + 500);
    alarms.set(id("failed"), START);
    clock.advance(0);
    alarms.ended(id("failed"), AlarmOutcome.FAILED);
    alarms.set(id("running"), START);
    clock.advance(0);
    assertThat(alarms.all())
        .extracting(it -> it.id().name() + " " + it.retryCount() + " " + it.running())
        .containsExactly("running 0 true", "later 0 false", "failed 1 false");
  }

  @Test
  void theAlarmOfAPausedObjectWaitsForWhatIsLeft() {
    alarms.set(id("a"), START + 100);
    alarms.set(id("b"), START + 100);
    clock.advance(60);
    alarms.pause(id("a"));
    clock.advance(1_000);
    assertThat(said).containsExactly("run b 100 0");
    alarms.goOn(id("a"));
    clock.advance(39);
    assertThat(said).containsExactly("run b 100 0");
    clock.advance(1);
    assertThat(said).containsExactly("run b 100 0", "run a 100 0");
  }

  @Test
  void anAlarmThatWasSetBeforeAPauseOfItsTurnComesAsMuchLater() {
    clock.advance(1_000);
    alarms.set(id("a"), START + 100, 1_000);
    clock.advance(99);
    assertThat(said).isEmpty();
    clock.advance(1);
    assertThat(said).containsExactly("run a 100 0");
  }
}
