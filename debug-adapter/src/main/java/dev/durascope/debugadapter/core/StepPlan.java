package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import java.util.List;
import java.util.Optional;

/** What an isolate's thread is running towards. */
sealed interface StepPlan {

  /** Nothing: it runs until something stops it. */
  record Free() implements StepPlan {}

  /** The first statement that comes from a file of the user. */
  record ToEntry() implements StepPlan {}

  /** The first statement that comes from a file of the user, in the handler of a call. */
  record ToHandler() implements StepPlan {}

  /**
   * The first statement of a call that begins anew. The engine stops before that in the caller, at
   * the call.
   *
   * @param function what is called
   */
  record ToRestart(RootNode function) implements StepPlan {}

  /**
   * The engine steps, and the plan judges each place where it arrives.
   *
   * @param how what the user asked for
   * @param origin the call in which the step began
   * @param start the statement at which the step began
   * @param last the statements around the place where the origin was seen last, innermost first
   * @param startPosition that statement's place in the user's file
   * @param callers the calls below the origin, the nearest first
   * @param awaiter the call that waits for the origin's promise
   * @param target the call of the origin to step into; all of them if there is none
   */
  record Stepping(
      Resumption how,
      Activation origin,
      SourceSection start,
      List<SourceSection> last,
      Optional<FilePosition> startPosition,
      List<Activation> callers,
      Optional<Awaiter> awaiter,
      Optional<SourceSection> target)
      implements StepPlan {

    Stepping passing(List<SourceSection> statements) {
      return new Stepping(how, origin, start, statements, startPosition, callers, awaiter, target);
    }
  }

  /**
   * A call waits at an await; temporary breakpoints at the statements around it will see it
   * resumed. Other calls that pass the breakpoints are let through.
   *
   * @param awaited the waiting call
   * @param then whether to stop at the statement itself or to step over the rest of it
   * @param target a call in the rest of it to step into
   */
  record Awaiting(Activation awaited, Then then, Optional<SourceSection> target)
      implements StepPlan {}

  /**
   * The end of a call that the engine does not see end: temporary breakpoints at all statements of
   * the calls below it see the first of them that goes on.
   *
   * @param towards the calls that the step may come to
   */
  record Leaving(List<Activation> towards) implements StepPlan {}

  /** What to do when the awaited call is resumed. */
  enum Then {
    STOP,
    STEP_OVER
  }

  /**
   * A call that waits for the promise of another.
   *
   * @param activation the waiting call
   * @param site the statement in which it waits
   */
  record Awaiter(Activation activation, SourceSection site) {}
}
