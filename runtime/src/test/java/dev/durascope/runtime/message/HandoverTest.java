package dev.durascope.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HandoverTest {
  private final List<String> told = new ArrayList<>();
  private boolean hasMoreTurns;
  private long now;

  @Test
  void onAThreadWithoutTurnsEverythingIsToldAtOnce() {
    var _ = CompletableFuture.runAsync(() -> Handover.tell(() -> told.add("a"))).join();
    assertThat(told).containsExactly("a");
  }

  @Test
  void whileNoTurnWaitsEverythingIsToldAtOnce() {
    onThreadOfItsOwn(
        () -> {
          var _ = gather();
          Handover.tell(() -> told.add("a"));
          assertThat(told).containsExactly("a");
        });
  }

  @Test
  void whileTurnsWaitItIsHeldAndThenToldInOrder() {
    onThreadOfItsOwn(
        () -> {
          var handover = gather();
          hasMoreTurns = true;
          Handover.tell(() -> told.add("a"));
          handover.turnEnded();
          Handover.tell(() -> told.add("b"));
          assertThat(told).isEmpty();

          hasMoreTurns = false;
          Handover.tell(() -> told.add("c"));
          assertThat(told).isEmpty();
          handover.turnEnded();
          assertThat(told).containsExactly("a", "b", "c");
        });
  }

  @Test
  void nothingIsHeldForLongWhateverWaits() {
    onThreadOfItsOwn(
        () -> {
          var handover = gather();
          hasMoreTurns = true;
          Handover.tell(() -> told.add("a"));
          now += Handover.LONGEST_NANOS - 1;
          handover.turnEnded();
          assertThat(told).isEmpty();
          now++;
          handover.turnEnded();
          assertThat(told).containsExactly("a");
        });
  }

  @Test
  void whatIsHeldIsToldWhenTheThreadStandsStill() {
    onThreadOfItsOwn(
        () -> {
          var _ = gather();
          hasMoreTurns = true;
          Handover.tell(() -> told.add("a"));
          Handover.release();
          assertThat(told).containsExactly("a");
        });
  }

  @Test
  void anotherThreadCanTellWhatATurnThatTakesLongHoldsBack() {
    onThreadOfItsOwn(
        () -> {
          var handover = gather();
          hasMoreTurns = true;
          Handover.tell(() -> told.add("a"));
          CompletableFuture.runAsync(handover::tellAll).join();
          assertThat(told).containsExactly("a");
        });
  }

  private Handover gather() {
    return Handover.gather(() -> hasMoreTurns, () -> now);
  }

  private static void onThreadOfItsOwn(Runnable test) {
    var done = new CompletableFuture<Void>();
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                test.run();
                done.complete(null);
              } catch (Throwable e) {
                done.completeExceptionally(e);
              }
            });
    done.join();
  }
}
