package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.InputGate;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An object's {@code blockConcurrencyWhile()}: sections of its input gate, each with the time by
 * which it must be over. On the isolate's thread only.
 */
final class CriticalSections {
  /** How long one may take, in milliseconds. */
  static final long MAX_MILLIS = 30_000;

  private final InputGate inputGate;
  private final Clock clock;
  private final Executor turns;
  private final Consumer<ScriptFailure> tooLong;

  /** One that has been asked for. */
  static final class Section {
    private InputGate.@Nullable Scope scope;
    private Clock.@Nullable Timer timer;
    private boolean over;
  }

  /**
   * @param turns adds a turn of the object's
   * @param tooLong hears of a section that has not been left in time
   */
  CriticalSections(
      InputGate inputGate, Clock clock, Executor turns, Consumer<ScriptFailure> tooLong) {
    this.inputGate = inputGate;
    this.clock = clock;
    this.turns = turns;
    this.tooLong = tooLong;
  }

  /**
   * Runs {@code body} as a turn of its own, in which and by whose continuations alone the object
   * goes on until the section is left.
   */
  Section enter(Runnable body) {
    var section = new Section();
    section.scope =
        inputGate
            .scope()
            .section(
                () -> {
                  limitTime(section);
                  body.run();
                });
    return section;
  }

  private void limitTime(Section section) {
    section.timer =
        clock.schedule(
            clock.millis() + MAX_MILLIS, () -> turns.execute(() -> tookTooLong(section)));
  }

  private void tookTooLong(Section section) {
    if (!section.over) {
      tooLong.accept(
          ScriptFailure.error(
                  "A call to blockConcurrencyWhile() in a Durable Object waited for too long. The"
                      + " call was canceled and the Durable Object was reset.")
              .overloaded());
    }
  }

  void leave(Section section) {
    section.over = true;
    if (section.timer != null) {
      section.timer.cancel();
    }
    if (section.scope != null) {
      section.scope.end();
    }
  }
}
