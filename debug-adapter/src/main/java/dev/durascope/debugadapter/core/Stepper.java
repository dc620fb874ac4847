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

  /** After so many statements in skipped files a step in leaves the function that it is in. */
  private static final int MAX_PASSED = 5_000;

  private final DebuggerSession session;
  private final Scripts scripts;
  private final List<Breakpoint> temporary = new ArrayList<>();
  private final Thread thread;
  private final SkippedFiles skipped;

  /** How many statements of files that are skipped a step has gone through. */
  private int passed;

  /** Written by the isolate's thread. */
  private volatile StepPlan plan = new StepPlan.Free();

  /** The calls that had begun before the program was {@linkplain Readiness made ready}. */
  private List<Activation> early = List.of();

  /** Which time of that the thread has come to rest after, or noted its calls. */
  private int seen;

  /** A call that the step has come to, and may have gone into. */
  private @Nullable RemoteCall made;

  /** The call that is being handled, which a step may leave. */
  private @Nullable RemoteCall handled;

  /** Where a step is to go on that has left the handler of a call of this isolate; any thread. */
  private volatile @Nullable Activation returning;

  Stepper(DebuggerSession session, Scripts scripts, Thread thread, SkippedFiles skipped) {
    this.session = session;
    this.scripts = scripts;
    this.thread = thread;
    this.skipped = skipped;
  }

  /** Whether no step is under way. Any thread. */
  boolean isFree() {
    return plan instanceof StepPlan.Free && returning == null;
  }

  /** Nothing is on the thread's stack: all that begins from now on is seen by the engine. */
  void rested(int readiness) {
    seen = readiness;
    early = List.of();
  }

  /** Notes what is on the stack, if that may have begun before the program was made ready. */
  void noteEarly(SuspendedEvent event, int readiness) {
    if (seen != readiness) {
      seen = readiness;
      early = callers(event, null);
    }
  }

  /** Whether the engine has not seen a call begin, and will not see it end. */
  boolean isEarly(Activation call) {
    return early.contains(call);
  }

  /** Makes the first statement of the user's files a stop, from a place before it. */
  void runToEntry() {
    plan = new StepPlan.ToEntry();
  }

  /** Makes the first statement of the user's files a stop, of what the thread is about to run. */
  void runToHandler() {
    reset();
    plan = new StepPlan.ToHandler();
    session.suspend(thread);
  }

  /** The handler has returned, with a promise perhaps. */
  void leftHandler() {
    if (plan instanceof StepPlan.ToHandler) {
      reset();
      session.resume(thread);
    }
  }

  /** The program calls another isolate: a step into the call goes with it. */
  void calling(RemoteCall call) {
    if (plan instanceof StepPlan.Stepping stepping
        && stepping.how() == Resumption.STEP_IN
        && made == null
        && call.sites().getFirst().activation().equals(stepping.origin())
        && stepping
            .target()
            .filter(it -> !it.equals(call.sites().getFirst().section()))
            .isEmpty()) {
      made = call;
      call.takeStep();
    }
  }

  /** Has a step go on where a call gets its answer. Any thread. */
  void returnTo(Activation waiting) {
    returning = waiting;
    session.suspend(thread);
  }

  /** A step begins or goes on: if code handles a call now, the step may leave its handler. */
  private void stepsInHandler() {
    CallContext.current()
        .filter(call -> !call.isAnswered())
        .ifPresent(
            call -> {
              handled = call;
              call.stepsOut();
            });
  }

  /** The thread stops for the user, in the handling of a call perhaps. */
  void stopped(Optional<RemoteCall> handling) {
    reset();
    returning = null;
    if (handled != null) {
      handled.staysIn();
      handled = null;
    }
    handling.ifPresent(RemoteCall::stopped);
  }

  /** Whether a step may end here. */
  private boolean isOfUser(SuspendedEvent event) {
    return scripts
        .original(event.getSourceSection())
        .filter(place -> !skipped.contains(place.file()))
        .isPresent();
  }

  private boolean isSkipped(SuspendedEvent event) {
    return scripts
        .original(event.getSourceSection())
        .filter(place -> skipped.contains(place.file()))
        .isPresent();
  }

  /** Forgets what the thread was running towards. */
  void reset() {
    temporary.forEach(Breakpoint::dispose);
    temporary.clear();
    made = null;
    passed = 0;
    plan = new StepPlan.Free();
  }

  /** Lets the thread go on from a pause. */
  void resume(SuspendedEvent event, Departure departure) {
    reset();
    switch (departure) {
      case Departure.Go go -> resume(event, go.how(), Optional.empty());
      case Departure.StepInto into -> resume(event, Resumption.STEP_IN, Optional.of(into.call()));
      case Departure.Restart restart -> {
        plan = new StepPlan.ToRestart(restart.call().root());
        event.prepareUnwindFrame(restart.frame());
      }
    }
  }

  private void resume(SuspendedEvent event, Resumption how, Optional<SourceSection> target) {
    if (how == Resumption.CONTINUE) {
      event.prepareContinue();
      return;
    }
    stepsInHandler();
    var origin = Activation.of(Standstill.topFrame(event));
    if (origin.isEmpty()) {
      event.prepareStepOver(1);
      return;
    }
    var stepping = stepping(event, origin.get(), how, target);
    if (how == Resumption.STEP_OUT && stepping.callers().isEmpty()) {
      leave(event, stepping);
      return;
    }
    if (how == Resumption.STEP_OUT && isEarly(origin.get())) {
      var below = new ArrayList<>(stepping.callers());
      stepping.awaiter().map(StepPlan.Awaiter::activation).ifPresent(below::add);
      below.forEach(call -> breakAt(Statements.of(call)));
      plan = new StepPlan.Leaving(List.copyOf(below));
      event.prepareContinue();
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
    if (made != null && made.hasTakenStep()) {
      reset(); // the step is another thread's now
      event.prepareContinue();
    }
    var waiting = returning;
    if (waiting != null) {
      returning = null;
      if (plan instanceof StepPlan.Free) {
        plan = new StepPlan.Awaiting(waiting, StepPlan.Then.STEP_OVER, Optional.empty());
        breakAt(Statements.of(waiting));
      }
    }
    return switch (plan) {
      case StepPlan.Free _ -> Optional.empty();
      case StepPlan.ToHandler _ -> stopOrSendOn(event, Resumption.STEP_IN);
      case StepPlan.ToRestart restart -> arrivedRestarting(event, restart);
      case StepPlan.ToEntry _ -> arrivedAtEntry(event);
      case StepPlan.Stepping stepping -> arrivedStepping(event, stepping);
      case StepPlan.Awaiting awaiting -> arrivedAwaiting(event, awaiting);
      case StepPlan.Leaving leaving ->
          Activation.of(event.getTopStackFrame())
              .filter(leaving.towards()::contains)
              .map(_ -> Stop.Reason.STEP);
    };
  }

  private Optional<Stop.Reason> arrivedAtEntry(SuspendedEvent event) {
    if (isOfUser(event)) {
      return Optional.of(Stop.Reason.ENTRY);
    }
    event.prepareStepOver(1);
    return Optional.empty();
  }

  private Optional<Stop.Reason> arrivedRestarting(
      SuspendedEvent event, StepPlan.ToRestart restart) {
    var node = Activation.node(event.getTopStackFrame());
    boolean isThere =
        node != null
            && event.getSuspendAnchor() == SuspendAnchor.BEFORE
            && node.getRootNode().equals(restart.function());
    return isThere && isOfUser(event)
        ? Optional.of(Stop.Reason.RESTART)
        : sendOn(event, Resumption.STEP_IN);
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
      waitFor(
          event, stepping.origin(), stepping.last(), StepPlan.Then.STEP_OVER, stepping.target());
      return Optional.empty();
    }
    if (inCaller) {
      return stopOrSendOn(event, Resumption.STEP_OUT);
    }
    if (callers(event, here.orElse(null)).contains(stepping.origin())) {
      return stepping.how() == Resumption.STEP_IN && isTarget(event, stepping)
          ? stopOrSendOn(event, through(event))
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
    stepsInHandler();
    var how = awaiting.target().isPresent() ? Resumption.STEP_IN : Resumption.STEP_OVER;
    begin(stepping(event, here.get(), how, awaiting.target()));
    return sendOn(event, how);
  }

  private StepPlan.Stepping stepping(
      SuspendedEvent event, Activation origin, Resumption how, Optional<SourceSection> target) {
    var start = Standstill.topFrame(event).getSourceSection();
    return new StepPlan.Stepping(
        how,
        origin,
        start,
        Statements.around(event),
        scripts.original(start),
        callers(event, origin),
        awaiter(event),
        target);
  }

  /** Whether the origin has come to the call that is to be stepped into. */
  private static boolean isTarget(SuspendedEvent event, StepPlan.Stepping stepping) {
    if (stepping.target().isEmpty()) {
      return true;
    }
    for (var frame : event.getStackFrames()) {
      if (Activation.of(frame).filter(stepping.origin()::equals).isPresent()) {
        return stepping.target().get().equals(frame.getSourceSection());
      }
    }
    return false;
  }

  /** A file that is skipped may call back what is not: the step goes through it, for so long. */
  private Resumption through(SuspendedEvent event) {
    return isSkipped(event) && ++passed < MAX_PASSED ? Resumption.STEP_IN : Resumption.STEP_OUT;
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
                waitFor(
                    event,
                    awaiter.activation(),
                    List.of(awaiter.site()),
                    StepPlan.Then.STOP,
                    Optional.empty()),
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
      StepPlan.Then then,
      Optional<SourceSection> target) {
    breakAt(statements);
    plan = new StepPlan.Awaiting(activation, then, target);
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
