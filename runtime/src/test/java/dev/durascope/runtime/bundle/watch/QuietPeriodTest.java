package dev.durascope.runtime.bundle.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuietPeriodTest {
  private static final Path A = Path.of("a");
  private static final Path B = Path.of("b");

  private final SteppedDelay time = new SteppedDelay();
  private final List<Set<Path>> batches = new ArrayList<>();
  private final QuietPeriod changes =
      new QuietPeriod(time, Duration.ofMillis(10), Duration.ofMillis(25), batches::add);

  @Test
  void changesThatFollowEachOtherCloselyAreOneBatch() {
    changes.add(A);
    time.pass(9);
    changes.add(B);
    changes.add(A);
    time.pass(9);
    assertThat(batches).isEmpty();
    time.pass(1);
    assertThat(batches).containsExactly(Set.of(A, B));
    time.pass(100);
    assertThat(batches).hasSize(1);
  }

  @Test
  void aBatchEndsEvenWhileChangesGoOn() {
    for (var i = 0; i < 6; i++) {
      changes.add(A);
      time.pass(6);
    }
    assertThat(batches).containsExactly(Set.of(A));
    time.pass(10);
    assertThat(batches).containsExactly(Set.of(A), Set.of(A));
  }

  @Test
  void aChangeDuringTheCallbackIsInTheNextBatch() {
    var late = new QuietPeriod[] {null};
    late[0] =
        new QuietPeriod(
            time,
            Duration.ofMillis(10),
            Duration.ofMillis(25),
            batch -> {
              batches.add(batch);
              if (batches.size() == 1) {
                late[0].add(B);
              }
            });
    late[0].add(A);
    time.pass(20);
    assertThat(batches).containsExactly(Set.of(A), Set.of(B));
  }
}
