package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks about values: expressions, their completion, assignment to them, and bytes.
 *
 * <p>All methods may be called from any thread; a future fails as those of {@link ScriptDebugger}
 * do.
 */
public final class Inspection {

  private static final Pattern STORED_VALUE =
      Pattern.compile("\\s*\\$storage\\.get\\((?<key>.*)\\)\\s*", Pattern.DOTALL);

  private final References references;
  private final Suspensions suspensions;
  private final DebuggerSession session;
  private final ScheduledExecutorService watch;
  private final DebuggerOptions options;

  Inspection(
      References references,
      Suspensions suspensions,
      DebuggerSession session,
      ScheduledExecutorService watch,
      DebuggerOptions options) {
    this.references = references;
    this.suspensions = suspensions;
    this.session = session;
    this.watch = watch;
    this.options = options;
  }

  /**
   * Bytes that were read.
   *
   * @param unreadable how many of those asked for there are not
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody else has the array
  public record MemoryPart(int offset, byte[] bytes, int unreadable) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof MemoryPart(int at, byte[] others, int missing)
          && at == offset
          && missing == unreadable
          && Arrays.equals(bytes, others);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /** Evaluates an expression in a frame. */
  public CompletableFuture<Variable> evaluate(int frame, String expression, Purpose purpose) {
    return inFrame(
        frame,
        (pause, held) -> {
          if (purpose == Purpose.CONSOLE && Help.isAskedFor(expression)) {
            return text(Help.TEXT);
          }
          var path = ValuePath.parse(expression);
          boolean glances =
              purpose == Purpose.HOVER
                  || path.map(ValuePath::hasPrivateName).orElse(false)
                  || (path.isPresent() && !(held instanceof Frame.Live));
          var value = glances ? glance(pause, held, path) : run(pause, live(held), expression);
          return purpose == Purpose.CLIPBOARD
              ? text(Transcript.of(value))
              : new VariableReader(pause, references).line("", value, expression);
        });
  }

  private Object glance(Pause pause, Frame frame, Optional<ValuePath> path)
      throws DebuggerException {
    if (path.isEmpty()) {
      throw new EvaluationException(
          "Only variables and properties are read for a glance: evaluate this on the console.");
    }
    return Glance.in(frame, isolate(pause)).read(path.get());
  }

  private Object run(Pause pause, Frame.Live frame, String expression) throws DebuggerException {
    return suspensions.evaluator().evaluate(frame.frame(), isolate(pause), expression);
  }

  private static Variable text(String text) {
    return new Variable(
        "", text, "", 0, 0, 0, Optional.empty(), Variable.Kind.CONSTANT, OptionalInt.empty());
  }

  private static Frame.Live live(Frame frame) throws DebuggerException {
    return switch (frame) {
      case Frame.Awaiting _ ->
          throw new EvaluationException(
              "This call waits at an await: its variables can be read, but no expression"
                  + " can be evaluated in it.");
      case Frame.Calling _ ->
          throw new EvaluationException(
              "This call waits in another thread: pause that one to evaluate in it.");
      case Frame.Live live -> live;
    };
  }

  /** Assigns the value of one expression to what another one stands for. */
  public CompletableFuture<Variable> assign(int frame, String target, String expression) {
    return inFrame(
        frame,
        (pause, held) -> {
          var path = ValuePath.parse(target).filter(ValuePath::hasPrivateName);
          var stored = STORED_VALUE.matcher(target);
          Object value;
          if (path.isPresent()) {
            value = run(pause, live(held), expression);
            toPrivate(pause, held, path.get(), value);
          } else if (stored.matches()) {
            var put = "$storage.put(" + stored.group("key") + ", (" + expression + "\n))";
            value = run(pause, live(held), put);
          } else {
            value = run(pause, live(held), target + " = (" + expression + "\n)");
          }
          return new VariableReader(pause, references).line("", value, target);
        });
  }

  private void toPrivate(Pause pause, Frame frame, ValuePath path, Object value)
      throws DebuggerException {
    var owner = Glance.in(frame, isolate(pause)).read(path.parent());
    if (!(owner instanceof JSDynamicObject object)) {
      throw new EvaluationException(Preview.of(owner) + " is no object.");
    }
    Assignment.to(
        new Container.Properties(object, "", Owner.NONE), path.steps().getLast().name(), value);
  }

  /** The names that can stand at the end of a text, in a frame. */
  public CompletableFuture<List<Completion>> completions(int frame, String text) {
    return inFrame(
        frame, (pause, held) -> new Completions(Glance.in(held, isolate(pause))).after(text));
  }

  /** The same among the variables of an isolate's module. */
  CompletableFuture<List<Completion>> completionsOutside(DebuggedIsolate isolate, String text) {
    return isolate
        .access()
        .ask(
            () -> {
              var scopes = new ArrayList<Object>();
              isolate.modules().newest().ifPresent(scopes::add);
              return new Completions(new Glance(scopes, isolate.view())).after(text);
            });
  }

  /** Evaluates an expression of an isolate that runs, once it is idle. */
  CompletableFuture<Variable> evaluateIdle(DebuggedIsolate isolate, String expression) {
    return Help.isAskedFor(expression)
        ? CompletableFuture.completedFuture(text(Help.TEXT))
        : evaluateIdle(isolate, expression, IdleEvaluation.Use.NONE);
  }

  /** Evaluates an expression of an isolate that runs, and does something with its value. */
  CompletableFuture<Variable> evaluateIdle(
      DebuggedIsolate isolate, String expression, IdleEvaluation.Use use) {
    var evaluation =
        new IdleEvaluation(expression, new CompletableFuture<>(), new CompletableFuture<>(), use);
    if (!isolate.view().runWhenIdle(context -> evaluation.provoke(isolate, session, context))) {
      return CompletableFuture.failedFuture(new DebuggerException("The thread has ended."));
    }
    // Less than an evaluation may take: a thread that has paused meanwhile is busy until it goes
    // on.
    long limit = options.evaluationLimit().toMillis() * 4 / 5;
    var _ =
        watch.schedule(
            () -> {
              if (!evaluation.begun().isDone()) {
                evaluation
                    .answer()
                    .completeExceptionally(
                        new EvaluationException(
                            "The thread was busy for "
                                + limit
                                + " ms: pause it to evaluate expressions."));
              }
            },
            limit,
            TimeUnit.MILLISECONDS);
    return evaluation.answer();
  }

  /** At most {@code count} bytes of a buffer, from the one at {@code offset}. */
  public CompletableFuture<MemoryPart> readMemory(int reference, int offset, int count) {
    return onBytes(
        reference,
        bytes -> {
          var read = offset < 0 ? new byte[0] : bytes.read(offset, count);
          return new MemoryPart(offset, read, count - read.length);
        });
  }

  /** Writes bytes to a buffer, as many as fit, and says how many that were. */
  public CompletableFuture<Integer> writeMemory(int reference, int offset, byte[] data) {
    return onBytes(
        reference,
        bytes -> {
          if (offset < 0 || offset > bytes.length()) {
            throw new DebuggerException("There is no byte " + offset + ".");
          }
          int fitting = Math.min(data.length, bytes.length() - offset);
          bytes.write(offset, Arrays.copyOf(data, fitting));
          return fitting;
        });
  }

  private interface OnBytes<T> {
    T use(Bytes bytes) throws DebuggerException;
  }

  private <T> CompletableFuture<T> onBytes(int reference, OnBytes<T> use) {
    var held = references.container(reference);
    if (held.isEmpty()) {
      return CompletableFuture.failedFuture(new NotPausedException());
    }
    return held.get()
        .access()
        .ask(
            () -> {
              var bytes =
                  held.get().container() instanceof Container.Properties properties
                      ? Bytes.of(properties.object())
                      : Optional.<Bytes>empty();
              return use.use(
                  bytes.orElseThrow(() -> new DebuggerException("This value has no bytes.")));
            });
  }

  /** Stops what is being evaluated for the user on an isolate's thread, if anything is. */
  void interrupt(DebuggedIsolate isolate) {
    suspensions.evaluator().interrupt(isolate.view().thread());
  }

  /** Stops what is being evaluated in a frame. */
  public void interrupt(int frame) {
    references.frame(frame).ifPresent(held -> interrupt(isolate(held.pause())));
  }

  private DebuggedIsolate isolate(Pause pause) {
    return suspensions.isolateOf(pause);
  }

  private interface InFrame<T> {
    T use(Pause pause, Frame frame) throws DebuggerException;
  }

  private <T> CompletableFuture<T> inFrame(int frame, InFrame<T> use) {
    var held = references.frame(frame);
    if (held.isEmpty()) {
      return CompletableFuture.failedFuture(new NotPausedException());
    }
    var pause = held.get().pause();
    return pause.ask(() -> use.use(pause, held.get().frame()));
  }
}
