package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.ConsoleLine;
import dev.durascope.runtime.api.IoContext;
import dev.durascope.runtime.durable.AlarmOutcome;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.Event;
import dev.durascope.runtime.durable.Hibernation;
import dev.durascope.runtime.durable.Incarnation;
import dev.durascope.runtime.durable.InputGate;
import dev.durascope.runtime.durable.OutputGate;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.storage.FacetStorage;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.StorageException;
import dev.durascope.runtime.time.Clock;
import dev.durascope.runtime.time.PausableClock;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A Durable Object in memory: the instance that the user's constructor made, in an isolate that it
 * may share ({@link ObjectIsolate}).
 *
 * <p>Each event is a turn. When a turn is over, what it wrote is committed and what it sent leaves
 * ({@link OutputGate}); when nothing is in progress for a while, the object hibernates.
 *
 * <p>Fields without a note belong to the isolate's thread.
 */
final class ScriptIncarnation implements Incarnation, Resident {
  private final DurableObject object;
  private final PausableClock clock;
  private final ObjectStore store;
  private final AlarmMemory alarm;
  private final OutputGate outputGate;
  private final InputGate inputGate;
  private final GatedCalls calls;
  private final StateHost state;
  private final StorageHost storage;
  private final ObjectIsolate home;
  private final WorkerIsolate worker;
  private final Services services;
  private final IoContext io;
  private final RpcServer rpc;
  private final PendingCalls pendingCalls = new PendingCalls();
  private final ObjectHosts hosts;
  private final CriticalSections sections;
  // By identity: two equal messages are two events, and a request need not be hashed.
  private final Set<Event> active = Collections.newSetFromMap(new IdentityHashMap<>());
  private final EventRunner runner;
  private final Blockers blockers;
  private final ObjectInterior interior;
  private final Visits visits;
  private final StorageFailures storageFailures;
  private final IdleTimer idle;
  private final @Nullable HibernateAlways always;
  private final @Nullable String containerImage;
  private @Nullable Value instance;
  private @Nullable Value memory;
  private int keptAlive;
  // Any thread:
  private final CompletableFuture<Void> gone = new CompletableFuture<>();
  private volatile boolean over;
  private final AtomicBoolean awake = new AtomicBoolean();
  private volatile boolean busy = true;
  private volatile @Nullable ScriptFailure abortReason;
  private volatile AlarmOutcome alarmOutcome = AlarmOutcome.FAILED;

  private ScriptIncarnation(
      DurableObject object,
      ObjectStore store,
      Supplier<FacetStorage> facetStorage,
      Services services,
      WorkerVersion version,
      Bindings bindings,
      ObjectIsolate home) {
    this.object = object;
    this.store = store;
    this.containerImage =
        bindings.container(object.namespace().definition().className()).orElse(null);
    this.services = services;
    this.clock = home.clock();
    this.home = home;
    this.worker = home.worker();
    this.alarm = new AlarmMemory(store, object.namespace().alarms(), object.id(), clock);
    this.outputGate = new OutputGate(this::holdsOutput);
    this.inputGate = new InputGate(this::admitNext);
    this.calls = new GatedCalls(outputGate);
    this.io = IoContext.of(outputGate::send, clock);
    this.rpc = new RpcServer(worker, calls, this::post);
    this.sections =
        new CriticalSections(
            inputGate, clock, this::post, failure -> breakOff("blockConcurrencyWhile()", failure));
    this.visits =
        new Visits(store, alarm, outputGate, () -> instance != null && inputGate.isOpen());
    this.storageFailures = new StorageFailures(this, store);
    this.state = new StateHost(this, sections, object.sockets());
    this.runner = new EventRunner(this);
    this.blockers =
        new Blockers(
            active,
            inputGate,
            calls,
            io,
            store,
            object.facets(),
            rpc::unanswered,
            pendingCalls::methods,
            version.compatibility().flags().isOn("durable_object_io_tasks_prevent_eviction"),
            () -> keptAlive,
            this::pendingTimers,
            new UnderWay(worker.isolate(), pendingCalls, () -> memory));
    this.idle = new IdleTimer(clock, blockers, services.workers().idleObjects(), this::endQuietly);
    this.always =
        services.hibernation() == Hibernation.ALWAYS
            ? new HibernateAlways(
                clock, blockers, outputGate, this::endBetweenEvents, this::cannotHibernate)
            : null;
    var facets = new FacetsHost(this, facetStorage);
    var limits =
        object.namespace().definition().sqlite() ? KeyValueLimits.SQLITE : KeyValueLimits.KEY_VALUE;
    this.interior =
        new ObjectInterior(
            object,
            store,
            alarm,
            inputGate,
            outputGate,
            active,
            blockers::each,
            worker::structuredClone,
            limits);
    var reports = new StorageReports(services.hooks(), this::isolate, object, store);
    this.storage =
        new StorageHost(
            store,
            alarm,
            worker::structuredClone,
            worker::undefined,
            version.compatibility().deleteAll(),
            limits,
            object.facet().isEmpty(),
            facets::deleteStored,
            reports,
            storageFailures::of);
    var sql = new SqlHost(store, reports, storageFailures::of, storageFailures::transactionLost);
    this.hosts = new ObjectHosts(storage.group(), sql.group(), state.group(), facets.group());
  }

  /** Starts an incarnation; the constructor runs as its first turn. */
  static ScriptIncarnation start(
      DurableObject object,
      ObjectStore store,
      Supplier<FacetStorage> facetStorage,
      Services services,
      ObjectIsolates isolates) {
    var incarnation =
        new ScriptIncarnation(
            object,
            store,
            facetStorage,
            services,
            isolates.version(),
            isolates.bindings(),
            isolates.place(object));
    incarnation.home.moveIn(incarnation);
    object.changed();
    return incarnation;
  }

  /** Runs the constructor; the worker's code is loaded. */
  void construct() {
    new Construction(object, worker, interior, hooks(), containerImage)
        .begin(
            made -> {
              instance = made;
              alarm.handlerExists(worker.calls().hasMethod(made, "alarm"));
            },
            this::breakOff);
  }

  /** A debugger that minds may look at the instance once more. On the isolate's thread. */
  private void beforeLeaving() {
    var hook = hooks().moments();
    if (hook != null && instance != null && hook.minds(object)) {
      hook.leaving(worker.isolate(), object, instance);
    }
  }

  /** The object cannot live: whoever waits for it gets {@code failure}. */
  void breakOff(String where, ScriptFailure failure) {
    uncaught(where, failure);
    reset(failure);
  }

  /** Ends this incarnation by an error that all learn of who have to do with the object. */
  @Override
  public void reset(ScriptFailure failure) {
    end(failure.local().reset());
  }

  /** Ends this incarnation; {@code reason} says for itself whether it is a reset. */
  void end(ScriptFailure reason) {
    abortReason = reason;
    over = true;
    outputGate.breakOff();
    object.reset(this, reason);
    home.leave(this);
  }

  private void failWaiting(ScriptFailure failure) {
    for (var event = object.next(this); event.isPresent(); event = object.next(this)) {
      event.get().fail(failure);
    }
  }

  @Override
  public void wake() {
    if (awake.compareAndSet(false, true)) {
      post(this::takeEvent);
    }
  }

  /** Adds a turn of this object's; any thread. It is dropped if the object's life is over then. */
  void post(Runnable turn) {
    worker.isolate().post(() -> home.run(this, turn));
  }

  private void admitNext() {
    post(inputGate::admitNext);
  }

  private boolean takesEvents() {
    return instance != null && inputGate.isOpen() && abortReason == null;
  }

  private void takeEvent() {
    awake.set(false);
    if (!takesEvents()) {
      return;
    }
    var next = object.next(this);
    if (next.isEmpty()) {
      return;
    }
    var event = next.get();
    idle.cancel();
    if (always != null) {
      always.eventTaken();
    }
    setBusy(true);
    active.add(event);
    runner.run(event);
  }

  /** An event is over, one way or the other; false if it already was. */
  boolean finished(Event event) {
    return active.remove(event);
  }

  /** The turn is over: commit, let go, and see whether anything is left to do. */
  void turnEnded() {
    if (over) {
      return;
    }
    if (store.hasPendingWrites()) {
      try {
        store.commit();
      } catch (StorageException e) {
        storageFailures.ofCommit(e);
        return;
      }
      if (!store.hasPendingWrites()) {
        object.stored();
      }
    }
    if (!store.hasPendingWrites()) {
      if (alarm.committed()) {
        object.changed();
      }
      outputGate.open();
    }
    inputGate.turnEnded();
    visits.awaitTurn(this::post);
    var isQuiet = active.isEmpty() && instance != null && inputGate.isIdle();
    if (isQuiet && always != null && always.turnEnded(this::post)) {
      return;
    }
    if (takesEvents() && object.hasWaitingEvents()) {
      wake();
    } else if (isQuiet) {
      setBusy(false);
      idle.start(this::post);
    }
  }

  private void setBusy(boolean value) {
    if (busy != value) {
      busy = value;
      object.changed();
    }
  }

  private boolean holdsOutput() {
    return storage.holdsOutput();
  }

  private int pendingTimers() {
    return worker.isolate().prelude("timers").invokeMember("pending").asInt();
  }

  /**
   * Does something with the object's storage between two turns of its own.
   *
   * @param leave is run when that is committed, before the next turn
   * @return the result once it is committed; cancelled if the object has ended before
   */
  <T> CompletableFuture<T> visit(Function<ObjectStore, T> action, Runnable leave) {
    var result = new CompletableFuture<T>();
    var committed = new CompletableFuture<T>();
    var _ =
        committed.whenComplete(
            (value, failure) -> {
              if (failure != null) {
                result.completeExceptionally(failure);
              } else {
                leave.run();
                result.complete(value);
              }
            });
    post(() -> visits.add(action, committed));
    var _ = gone.thenRun(() -> committed.cancel(false));
    return result;
  }

  @Override
  public CompletableFuture<List<String>> hibernate() {
    var result = new CompletableFuture<List<String>>();
    var _ = gone.thenRun(() -> result.complete(List.of()));
    post(
        () -> {
          var left = blockers.all();
          if (!left.isEmpty()) {
            result.complete(left);
          } else if (!endQuietly()) {
            result.complete(List.of("an event is waiting"));
          }
        });
    return result;
  }

  /** Ends it unless an event has come; nothing is in progress. */
  private boolean endQuietly() {
    beforeLeaving();
    if (!object.beginEnd(this)) {
      return false;
    }
    over = true;
    home.leave(this);
    return true;
  }

  private boolean endBetweenEvents() {
    beforeLeaving();
    if (!object.beginEndBetweenEvents(this)) {
      return false;
    }
    over = true;
    home.leave(this);
    return true;
  }

  private void cannotHibernate(String blocker) {
    if (object.isNews(blocker)) {
      services
          .log()
          .console(
              worker.isolate(),
              object.title(),
              ConsoleLine.of("info", "is to hibernate always, but stays: " + blocker));
    }
  }

  @Override
  public void abort(ScriptFailure reason) {
    alarmOutcome = AlarmOutcome.LOST;
    abortReason = reason;
    over = true;
    var hook = hooks().moments();
    if (hook != null && hook.minds(object) && !worker.isolate().isPaused()) {
      home.leaveAfter(this, this::beforeLeaving);
    } else {
      home.leave(this);
    }
  }

  /**
   * It has left its isolate, or that has ended. On its thread, or on any if it never came there.
   */
  void ended() {
    over = true;
    idle.cancel();
    if (always != null) {
      always.forget();
    }
    outputGate.breakOff();
    store.close();
    var reason = abortReason;
    var failure = reason == null ? ScriptFailure.error("The object has ended.") : reason;
    List.copyOf(active).forEach(event -> lose(event, failure));
    active.clear();
    object.facets().abortAll(failure);
    io.end(failure);
    rpc.ended(failure.isReset() ? failure.remote().from(object.id().hex()) : failure);
    if (worker.isolate().started().isCompletedExceptionally()) {
      failWaiting(ScriptFailure.of(worker.isolate().started().exceptionNow()));
    }
    services.workers().liveObjects().leave();
    object.ended(this);
    gone.complete(null);
  }

  private void lose(Event event, ScriptFailure failure) {
    if (event instanceof Event.Alarm lost) {
      lost.done().complete(alarmOutcome);
    } else {
      event.fail(failure);
    }
  }

  // ---- what ctx does

  /**
   * The object's own code ends it: not one more statement of it runs.
   *
   * @param ofAlarm what becomes of an alarm that is being handled
   * @return never
   */
  Error resetNow(ScriptFailure reason, AlarmOutcome ofAlarm) {
    alarmOutcome = ofAlarm;
    reset(reason);
    return home.leaveNow();
  }

  /** Adds a turn that comes when what was written so far is committed; a transaction may go on. */
  void afterCommit(Runnable turn) {
    var back = worker.isolate().continuation();
    if (store.hasOpenSavepoint()) {
      back.post(turn);
    } else {
      outputGate.send(() -> back.post(turn));
    }
  }

  void keepAlive() {
    keptAlive++;
  }

  void releaseAlive() {
    keptAlive--;
  }

  void warn(String text) {
    services.log().console(worker.isolate(), object.title(), ConsoleLine.of("warn", text));
  }

  void uncaught(String where, ScriptFailure failure) {
    services.log().uncaught(object.title(), where, failure);
  }

  // ---- what the runner of events needs

  DebugHooks hooks() {
    return services.hooks();
  }

  DurableObject object() {
    return object;
  }

  WorkerIsolate worker() {
    return worker;
  }

  Clock clock() {
    return clock;
  }

  OutputGate outputGate() {
    return outputGate;
  }

  AlarmMemory alarm() {
    return alarm;
  }

  StateHost state() {
    return state;
  }

  Value instance() {
    if (instance == null) {
      throw new IllegalStateException("The constructor has not run");
    }
    return instance;
  }

  // ---- what its isolate needs

  @Override
  public String title() {
    return object.title();
  }

  @Override
  public IoContext io() {
    return io;
  }

  @Override
  public RpcServer rpc() {
    return rpc;
  }

  @Override
  public PendingCalls pendingCalls() {
    return pendingCalls;
  }

  /** Whether its life is over: nothing more of it runs. Any thread. */
  boolean isOver() {
    return over;
  }

  InputGate inputGate() {
    return inputGate;
  }

  ObjectHosts hosts() {
    return hosts;
  }

  IsolateListener.LiveObject live() {
    return new IsolateListener.LiveObject(object, interior);
  }

  private Isolate isolate() {
    return worker.isolate();
  }

  /** What the prelude keeps for each object. */
  Value memory() {
    if (memory == null) {
      memory = worker.isolate().prelude("residents").invokeMember("open");
    }
    return memory;
  }

  @Override
  public boolean isBusy() {
    return busy;
  }

  @Override
  public boolean isPaused() {
    return worker.isolate().isPaused();
  }

  @Override
  public int regularSockets() {
    return io.sockets().count();
  }
}
