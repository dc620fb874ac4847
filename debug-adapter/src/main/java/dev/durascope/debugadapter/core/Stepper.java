package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SuspendAnchor;
import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.source.SourceSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Steps of one isolate, in terms of the user's program and not of the engine's.
 *
 * <p>The engine can step within a stack. It does not know that a call which has ended at an {@code
 * await} is going to continue; its step would surface in whatever runs next on the thread. So each
 * place where the engine arrives is judged: the step is over, or the engine is sent on, or &mdash;
 * when the call where the step began waits at an await &mdash; a temporary breakpoint is set at its
 * statement, and the step goes on once {@linkplain Activation the same call} is resumed there.
 *
 * <p>A step that leaves the outermost call of the user's program goes to the call that awaits it,
 * if one does; else it becomes a continue: there is nothing of the user's to stop in.
 *
 * <p>Used by the isolate's own thread only.
 */
final class Stepper {

  private final DebuggerSession session;
  private final Scripts scripts;
  private final List<Breakpoint> temporary = new ArrayList<>();
  private StepPlan plan = new StepPlan.Free();

  Stepper(DebuggerSession session, Scripts scripts) {
    this.session = session;
    this.scripts = scripts;
  }

  /** Makes the first statement of the user's files a stop, from a place before it. */
  void runToEntry() {
    plan = new StepPlan.ToEntry();
  }

  boolean isOfUser(SuspendedEvent event) {
    return scripts.original(event.getSourceSection()).isPresent();
  }

  /** Forgets what the thread was running towards. */
  void reset() {
    temporary.forEach(Breakpoint::dispose);
    temporary.clear();
    plan = new StepPlan.Free();
  }

  /** Lets the thread go on from a pause. */
  void resume(SuspendedEvent event, Resumption how) {
    reset();
    if (how == Resumption.CONTINUE) {
      event.prepareContinue();
      return;
    }
    var origin = Activation.of(event.getTopStackFrame());
    if (origin.isEmpty()) {
      event.prepareStepOver(1);
      return;
    }
    var stepping =
        new StepPlan.Stepping(
            how,
            origin.get(),
            event.getSourceSection(),
            Statements.around(event),
            scripts.original(event.getSourceSection()),
            callers(event, origin.get()),
            awaiter(event));
    if (how == Resumption.STEP_OUT && stepping.callers().isEmpty()) {
      leave(event, stepping);
      return;
    }
    begin(stepping);
    send(event, how);
  }

  /**
   * Judges a suspension that no breakpoint and no exception has made a stop, and sends the thread
   * on if it is not one.
   *
   * @return the reason to stop here, if this is where the thread was running to
   */
  Optional<Stop.Reason> arrived(SuspendedEvent event) {
    return switch (plan) {
      case StepPlan.Free _ -> Optional.empty();
      case StepPlan.ToEntry _ -> arrivedAtEntry(event);
      case StepPlan.Stepping stepping -> arrivedStepping(event, stepping);
      case StepPlan.Awaiting awaiting -> arrivedAwaiting(event, awaiting);
    };
  }

  private Optional<Stop.Reason> arrivedAtEntry(SuspendedEvent event) {
    if (isOfUser(event)) {
      return Optional.of(Stop.Reason.ENTRY);
    }
    event.prepareStepOver(1);
    return Optional.empty();
  }

  private Optional<Stop.Reason> arrivedStepping(SuspendedEvent event, StepPlan.Stepping stepping) {
    var here = Activation.of(event.getTopStackFrame());
    if (here.isPresent() && here.get().equals(stepping.origin())) {
      return arrivedInOrigin(event, stepping);
    }
    boolean inCaller = here.isPresent() && stepping.callers().contains(here.get());
    if (inCaller && stepping.how() == Resumption.STEP_OUT) {
      return stopOrSendOn(event, Resumption.STEP_OUT);
    }
    if (stepping.origin().isSuspended()) {
      waitFor(event, stepping.origin(), stepping.last(), StepPlan.Then.STEP_OVER);
      return Optional.empty();
    }
    if (inCaller) {
      return stopOrSendOn(event, Resumption.STEP_OUT);
    }
    if (callers(event, here.orElse(null)).contains(stepping.origin())) {
      return stepping.how() == Resumption.STEP_IN
          ? stopOrSendOn(event, Resumption.STEP_OUT)
          : sendOn(event, Resumption.STEP_OUT);
    }
    if (stepping.awaiter().map(StepPlan.Awaiter::activation).equals(here)) {
      return Optional.of(Stop.Reason.STEP);
    }
    leave(event, stepping);
    return Optional.empty();
  }

  private Optional<Stop.Reason> arrivedInOrigin(SuspendedEvent event, StepPlan.Stepping stepping) {
    if (stepping.how() == Resumption.STEP_OUT) {
      return sendOn(event, Resumption.STEP_OUT);
    }
    if (event.getSuspendAnchor() == SuspendAnchor.AFTER || resumes(event)) {
      return sendOn(event, stepping.how());
    }
    var position = scripts.original(event.getSourceSection());
    boolean sameTextInOtherStatement =
        position.equals(stepping.startPosition())
            && !event.getSourceSection().equals(stepping.start());
    if (position.isEmpty() || sameTextInOtherStatement) {
      plan = stepping.passing(Statements.around(event));
      return sendOn(event, stepping.how());
    }
    return Optional.of(Stop.Reason.STEP);
  }

  private Optional<Stop.Reason> arrivedAwaiting(SuspendedEvent event, StepPlan.Awaiting awaiting) {
    var here = Activation.of(event.getTopStackFrame());
    if (here.isEmpty() || !here.get().equals(awaiting.awaited())) {
      return Optional.empty();
    }
    reset();
    if (awaiting.then() == StepPlan.Then.STOP || !resumes(event)) {
      return Optional.of(Stop.Reason.STEP);
    }
    begin(
        new StepPlan.Stepping(
            Resumption.STEP_OVER,
            here.get(),
            event.getSourceSection(),
            Statements.around(event),
            scripts.original(event.getSourceSection()),
            callers(event, here.get()),
            awaiter(event)));
    return sendOn(event, Resumption.STEP_OVER);
  }

  private Optional<Stop.Reason> stopOrSendOn(SuspendedEvent event, Resumption otherwise) {
    return isOfUser(event) ? Optional.of(Stop.Reason.STEP) : sendOn(event, otherwise);
  }

  private static Optional<Stop.Reason> sendOn(SuspendedEvent event, Resumption how) {
    send(event, how);
    return Optional.empty();
  }

  private static void send(SuspendedEvent event, Resumption how) {
    switch (how) {
      case CONTINUE -> event.prepareContinue();
      case STEP_OVER -> event.prepareStepOver(1);
      case STEP_IN -> event.prepareStepInto(1);
      case STEP_OUT -> event.prepareStepOut(1);
    }
  }

  /** The call where the step began is over, and so is all that called it. */
  private void leave(SuspendedEvent event, StepPlan.Stepping stepping) {
    reset();
    stepping
        .awaiter()
        .filter(awaiter -> awaiter.activation().isSuspended())
        .ifPresentOrElse(
            awaiter ->
                waitFor(event, awaiter.activation(), List.of(awaiter.site()), StepPlan.Then.STOP),
            event::prepareContinue);
  }

  /** A call that can wait where no statement is around it is watched at every statement. */
  private void begin(StepPlan.Stepping stepping) {
    plan = stepping;
    if (stepping.how() != Resumption.STEP_OUT && Statements.canWaitOutside(stepping.origin())) {
      breakAt(Statements.of(stepping.origin()));
    }
  }

  private void breakAt(List<SourceSection> statements) {
    for (var statement : statements) {
      var breakpoint = Breakpoint.newBuilder(statement).build();
      temporary.add(breakpoint);
      session.install(breakpoint);
    }
  }

  private void waitFor(
      SuspendedEvent event,
      Activation activation,
      List<SourceSection> statements,
      StepPlan.Then then) {
    breakAt(statements);
    plan = new StepPlan.Awaiting(activation, then);
    event.prepareContinue();
  }

  /** Whether the statement has run before, up to an await that has been answered now. */
  static boolean resumes(SuspendedEvent event) {
    return event.getSuspendAnchor() == SuspendAnchor.BEFORE
        && Activation.of(event.getTopStackFrame()).filter(Activation::isSuspended).isPresent();
  }

  private List<Activation> callers(SuspendedEvent event, @Nullable Activation top) {
    var callers = new ArrayList<Activation>();
    for (var frame : event.getStackFrames()) {
      if (isProject(frame)) {
        Activation.of(frame)
            .filter(caller -> !caller.equals(top))
            .filter(caller -> callers.isEmpty() || !callers.getLast().equals(caller))
            .ifPresent(callers::add);
      }
    }
    return callers;
  }

  private boolean isProject(DebugStackFrame frame) {
    var section = frame.getSourceSection();
    return section != null && scripts.isProject(section.getSource());
  }

  private Optional<StepPlan.Awaiter> awaiter(SuspendedEvent event) {
    for (var element : Awaiters.of(event)) {
      var location = element.getLocation();
      var statements = location == null ? List.<SourceSection>of() : Statements.around(location);
      if (!statements.isEmpty()
          && scripts.isProject(statements.getFirst().getSource())
          && element.getFrame() != null) {
        return Optional.of(
            new StepPlan.Awaiter(
                Activation.of(element.getFrame(), element.getTarget().getRootNode()),
                statements.getFirst()));
      }
    }
    return Optional.empty();
  }
}
