package dev.durascope.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdleObjectsTest {
  private final IdleObjects idle = new IdleObjects();
  private final List<Integer> leavers = new ArrayList<>();

  private void enter(int object) {
    idle.enter(object, () -> leavers.add(object));
  }

  private void fill() {
    for (var i = 0; i < IdleObjects.MAX_IDLE; i++) {
      enter(i);
    }
  }

  @Test
  void theOneThatHasBeenIdleForLongestMakesRoom() {
    fill();
    assertThat(leavers).isEmpty();
    enter(1_000);
    enter(1_001);
    assertThat(leavers).containsExactly(0, 1);
  }

  @Test
  void anEventMakesAnObjectYoungAgain() {
    fill();
    idle.leave(0);
    enter(0);
    enter(1_000);
    assertThat(leavers).containsExactly(1);
  }

  @Test
  void whoHasLeftTakesNoRoom() {
    fill();
    idle.leave(7);
    enter(1_000);
    assertThat(leavers).isEmpty();
  }
}
