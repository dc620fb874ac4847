package dev.durascope.runtime.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes in when, without a runtime around it: each turn is run by hand. */
final class InputGateTest {
  private final List<String> seen = new ArrayList<>();
  private boolean ready;
  private final InputGate gate = new InputGate(() -> ready = true);

  private Runnable note(String text) {
    return () -> seen.add(text);
  }

  /** Ends the turn, and runs those that may come in. */
  private void settle() {
    gate.turnEnded();
    while (ready) {
      ready = false;
      gate.admitNext();
      gate.turnEnded();
    }
  }

  @Test
  void anOpenGateLetsAllIn() {
    gate.scope().enter(note("one"));
    gate.scope().enter(note("two"));
    assertThat(seen).containsExactly("one", "two");
    assertThat(gate.isOpen()).isTrue();
  }

  @Test
  void aSectionBeginsAfterItsTurnAndBeforeAllElse() {
    var outside = gate.scope();
    var section = outside.section(note("section"));
    outside.enter(note("later"));
    assertThat(seen).isEmpty();
    assertThat(gate.isOpen()).isFalse();
    settle();
    assertThat(seen).containsExactly("section");
    section.end();
    settle();
    assertThat(seen).containsExactly("section", "later");
    assertThat(gate.isIdle()).isTrue();
  }

  @Test
  void whatASectionHasBegunComesInDuringIt() {
    var outside = gate.scope();
    var inside = new ArrayList<InputGate.Scope>();
    var section = outside.section(() -> inside.add(gate.scope()));
    settle();
    outside.enter(note("outside"));
    inside.getFirst().enter(note("inside"));
    assertThat(seen).containsExactly("inside");
    section.end();
    settle();
    inside.getFirst().enter(note("left behind"));
    assertThat(seen).containsExactly("inside", "outside", "left behind");
  }

  @Test
  void sectionsOfOneScopeRunOneAfterTheOther() {
    var one = gate.scope().section(note("one"));
    var two = gate.scope().section(note("two"));
    settle();
    assertThat(seen).containsExactly("one");
    one.end();
    settle();
    assertThat(seen).containsExactly("one", "two");
    two.end();
    assertThat(gate.isOpen()).isTrue();
  }

  @Test
  void whatWaitsInASectionThatIsOverGoesOnAroundIt() {
    var inside = new ArrayList<InputGate.Scope>();
    var section = gate.scope().section(() -> inside.add(gate.scope()));
    settle();
    var inner = inside.getFirst().section(note("inner"));
    inside.getFirst().enter(note("waiting"));
    section.end();
    settle();
    assertThat(seen).containsExactly("inner");
    inner.end();
    settle();
    assertThat(seen).containsExactly("inner", "waiting");
    assertThat(gate.isIdle()).isTrue();
  }

  @Test
  void aHoldKeepsAllOutUntilItsOwnTurn() {
    var hold = gate.scope().hold();
    gate.scope().enter(note("waiting"));
    var section = gate.scope().section(note("section"));
    settle();
    assertThat(seen).isEmpty();
    hold.enter(note("result"));
    settle();
    assertThat(seen).containsExactly("result", "section");
    section.end();
    settle();
    assertThat(seen).containsExactly("result", "section", "waiting");
  }

  @Test
  void sectionsMayBeNested64Deep() {
    var scope = gate.scope();
    for (var depth = 1; depth <= InputGate.MAX_DEPTH; depth++) {
      scope = scope.section(note("level " + depth));
      settle();
    }
    var deepest = scope;
    assertThat(seen).hasSize(InputGate.MAX_DEPTH);
    assertThatThrownBy(() -> deepest.section(note("too deep")))
        .hasMessage("blockConcurrencyWhile() calls are nested too deeply.");
  }
}
