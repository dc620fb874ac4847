package dev.durascope.runtime.script;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * An isolate: one GraalJS context, and the one platform thread that ever enters it.
 *
 * <p>Isolates share no JavaScript value; what passes between them is Java: messages, bytes,
 * handles. All methods that give a {@code Value} are for the isolate's thread; {@link #post} and
 * {@link #call} bring others there.
 */
public final class Isolate implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Isolate.class.getName());

  private final String title;
  private final EventLoop loop = new EventLoop();
  private final Thread thread;
  private final CompletableFuture<Isolate> started = new CompletableFuture<>();
  private final List<Runnable> endActions = new ArrayList<>();
  private final Callbacks callbacks = new Callbacks();
  private final Unwinding unwinding = new Unwinding();
  private final Beginnings beginnings = new Beginnings();
  private final CpuWatch cpuWatch;
  private TurnGate gate = TurnGate.OPEN;
  private boolean ended;
  private volatile boolean paused;
  private volatile PauseListener pauseListener = PauseListener.NONE;
  private volatile @Nullable Context context;
  private @Nullable Prelude prelude;

  private Isolate(String title, SpareContext spare, CpuWatch cpuWatch) {
    this.title = title;
    this.cpuWatch = cpuWatch;
    this.thread = spare.thread();
  }

  /**
   * Starts an isolate.
   *
   * @param title the thread's name, which a debugger shows
   * @param hostGroups asked once, on the isolate's thread, for the functions beneath the prelude
   */
  public static Isolate start(
      String title,
      ScriptEngine engine,
      ModuleTable modules,
      Function<Isolate, List<HostGroup>> hostGroups) {
    var spare =
        modules.needsWebAssembly() ? engine.newContextWithWebAssembly() : engine.takeSpare();
    var isolate = new Isolate(title, spare, engine.cpuWatch());
    spare.moveIn(title, modules, isolate.new Life(engine, hostGroups));
    return isolate;
  }

  /** What happens on the isolate's thread. */
  private final class Life implements SpareContext.Tenant {
    private final ScriptEngine engine;
    private final Function<Isolate, List<HostGroup>> hostGroups;

    Life(ScriptEngine engine, Function<Isolate, List<HostGroup>> hostGroups) {
      this.engine = engine;
      this.hostGroups = hostGroups;
    }

    @Override
    public void live(Context ready) {
      context = ready;
      prelude =
          Prelude.install(ready, engine, callbacks, unwinding, hostGroups.apply(Isolate.this));
      loop.onUnwound(() -> unwinding.finish(ready));
      started.complete(Isolate.this);
      loop.run();
    }

    @Override
    public String builtInSource(String preludeFile) {
      return prelude("builtin").invokeMember("source", preludeFile).asString();
    }

    @Override
    public void failed(RuntimeException reason) {
      if (!started.completeExceptionally(reason) && !isCancelled(reason)) {
        LOG.log(Level.ERROR, "Isolate " + title + " has failed", reason);
      }
    }

    @Override
    public void gone() {
      loop.stop();
      finish();
    }
  }

  private static boolean isCancelled(RuntimeException e) {
    return e instanceof PolyglotException polyglot && polyglot.isCancelled();
  }

  private void finish() {
    List<Runnable> actions;
    synchronized (endActions) {
      ended = true;
      actions = List.copyOf(endActions);
    }
    actions.forEach(Runnable::run);
  }

  /**
   * Runs {@code action} when the context is gone, on the isolate's thread, in the order of the
   * calls; at once if it already is.
   */
  public void onEnd(Runnable action) {
    synchronized (endActions) {
      if (!ended) {
        endActions.add(action);
        return;
      }
    }
    action.run();
  }

  /**
   * Calls {@code exceeded} once when a turn uses more than {@code limitMillis} of processor time,
   * on another thread; the turn goes on until somebody closes the isolate.
   */
  public void limitCpu(long limitMillis, Runnable exceeded) {
    var entry = cpuWatch.watch(this, limitMillis, exceeded);
    onEnd(entry::forget);
  }

  /**
   * Calls {@code action} when JavaScript has used up the memory. It cannot catch that itself. On
   * the isolate's thread.
   */
  public void onExhausted(Runnable action) {
    loop.onExhausted(failure -> action.run());
  }

  /**
   * Whether Java may still call into the JavaScript here by a function that it was given. If not,
   * nothing that JavaScript waits for will come. On the isolate's thread only.
   */
  public boolean isAwaited() {
    if (callbacks.sweep() == 0) {
      return false;
    }
    System.gc();
    return callbacks.sweep() > 0;
  }

  /** Where what is under way was begun. */
  public Beginnings beginnings() {
    return beginnings;
  }

  /** The title it was started with. */
  public String title() {
    return title;
  }

  /** The thread that owns the context. */
  public Thread thread() {
    return thread;
  }

  /** Whether a debugger holds the thread. */
  public boolean isPaused() {
    return paused;
  }

  /** Notes that a debugger holds the thread, or has let it go. On the isolate's thread. */
  public void setPaused(boolean value) {
    if (paused != value) {
      paused = value;
      if (value) {
        pauseListener.paused();
      } else {
        pauseListener.goesOn();
      }
    }
  }

  /** Sets who is told of pauses. */
  public void onPause(PauseListener listener) {
    pauseListener = listener;
  }

  /** Completes when the prelude stands, exceptionally if it could not be set up. */
  public CompletableFuture<Isolate> started() {
    return started;
  }

  /** The loop; a turn posted before the start is over runs after it. */
  public EventLoop loop() {
    return loop;
  }

  /** Adds a turn; see {@link EventLoop#post}. */
  public void post(Runnable turn) {
    loop.post(turn);
  }

  /** Sets where continuations come in. On the isolate's thread only. */
  public void gate(TurnGate turnGate) {
    gate = turnGate;
  }

  /** Where that comes in which belongs to the running turn. On the isolate's thread only. */
  public TurnGate.Entrance entrance() {
    return gate.entrance();
  }

  /** The way back for what the running turn begins. On the isolate's thread only. */
  public Continuation continuation() {
    return new Continuation(loop, gate.entrance());
  }

  /**
   * The same for what must come back before anything else comes in, {@link
   * TurnGate#reservedEntrance}. On the isolate's thread only.
   */
  public Continuation reservedContinuation() {
    return new Continuation(loop, gate.reservedEntrance());
  }

  /** Runs {@code task} as a turn and gives its result. */
  public <T> CompletableFuture<T> call(Callable<T> task) {
    var result = new CompletableFuture<T>();
    loop.postOrReject(
        () -> {
          try {
            result.complete(task.call());
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  /** The context. On the isolate's thread only. */
  public Context context() {
    var current = context;
    if (current == null || !Thread.currentThread().equals(thread)) {
      throw new IllegalStateException("Not on the thread of isolate " + title);
    }
    return current;
  }

  /** What a file of the prelude exports. On the isolate's thread only. */
  public Value prelude(String file) {
    context();
    var current = prelude;
    if (current == null) {
      throw new IllegalStateException("Isolate " + title + " has not started");
    }
    return current.load(file);
  }

  /**
   * Ends the isolate and the JavaScript that has called this, of which not one more statement runs:
   * no handler of it can catch this. On the isolate's thread, within a call from JavaScript.
   */
  public void closeNow() {
    loop.stop();
    var current = context();
    Thread.ofVirtual().start(() -> current.close(true));
    // Cancelling reaches this thread at a safepoint.
    while (true) {
      current.safepoint();
      Thread.onSpinWait();
    }
  }

  /**
   * Ends the JavaScript that has called this, like {@link #closeNow}, but not the isolate: what the
   * turn has left in the queue of microtasks ends too, at its first call of the platform. On the
   * isolate's thread, within a call from JavaScript.
   *
   * @return never
   */
  public Error unwindNow() {
    return unwinding.begin();
  }

  /** Whether an exception that left JavaScript is the engine's way of ending what ran there. */
  public static boolean isEnding(PolyglotException e) {
    return e.isCancelled() || e.isExit() || Unwinding.is(e);
  }

  /**
   * Ends the isolate: queued turns are dropped, running JavaScript is cancelled. Does not wait for
   * the thread.
   */
  @Override
  public void close() {
    loop.stop();
    var current = context;
    if (current != null && !Thread.currentThread().equals(thread)) {
      // Cancelling waits for the thread to leave JavaScript, which a caller must not.
      Thread.ofVirtual().start(() -> current.close(true));
    }
  }
}
