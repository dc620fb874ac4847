package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.ConsoleLine;
import dev.durascope.runtime.api.OpenBodies;
import dev.durascope.runtime.api.OpenConnections;
import dev.durascope.runtime.api.OpenSockets;
import dev.durascope.runtime.api.PendingFetches;
import dev.durascope.runtime.api.WebPlatform;
import dev.durascope.runtime.durable.AlarmOutcome;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.Event;
import dev.durascope.runtime.durable.Facet;
import dev.durascope.runtime.durable.Hibernation;
import dev.durascope.runtime.durable.Incarnation;
import dev.durascope.runtime.durable.InputGate;
import dev.durascope.runtime.durable.OutputGate;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.storage.FacetStorage;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.StorageException;
import dev.durascope.runtime.time.Clock;
import dev.durascope.runtime.time.PausableClock;
import dev.durascope.runtime.wire.js.StructuredClone;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A Durable Object in memory: an isolate with the instance that the user's constructor made.
 *
 * <p>Each event is a turn. When a turn is over, what it wrote is committed and what it sent leaves
 * ({@link OutputGate}); when nothing is in progress for a while, the object hibernates.
 *
 * <p>Fields without a note belong to the isolate's thread.
 */
final class ScriptIncarnation implements Incarnation {
  /** How long {@code blockConcurrencyWhile()} may take, in milliseconds. */
  static final long BLOCK_CONCURRENCY_MILLIS = 30_000;

  private static final String SERVER_WRITE_FAILED =
      "Internal error in Durable Object storage write caused object to be reset.";

  private final DurableObject object;
  private final PausableClock clock;
  private final ObjectStore store;
  private final AlarmMemory alarm;
  private final OutputGate outputGate;
  private final InputGate inputGate;
  private final GatedCalls calls;
  private final StateHost state;
  private final StorageHost storage;
  private final WorkerIsolate worker;
  private final Services services;
  // By identity: two equal messages are two events, and a request need not be hashed.
  private final Set<Event> active = Collections.newSetFromMap(new IdentityHashMap<>());
  private final EventRunner runner;
  private final OpenBodies bodies = new OpenBodies();
  private final Blockers blockers;
  private final ObjectInterior interior;
  private final Visits visits;
  private final IdleTimer idle;
  private final @Nullable HibernateAlways always;
  private final @Nullable String containerImage;
  private @Nullable Value instance;
  private int keptAlive;
  // Any thread:
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
      Bindings bindings) {
    this.object = object;
    this.store = store;
    this.containerImage =
        bindings.container(object.namespace().definition().className()).orElse(null);
    this.services = services;
    this.clock = new PausableClock(services.clock());
    this.alarm = new AlarmMemory(store, object.namespace().alarms(), object.id(), clock);
    this.outputGate = new OutputGate(this::holdsOutput);
    this.inputGate = new InputGate(this::admitNext);
    this.calls = new GatedCalls(outputGate);
    this.visits =
        new Visits(store, alarm, outputGate, () -> instance != null && inputGate.isOpen());
    this.state = new StateHost(this, object.sockets());
    var facets = new FacetsHost(this, facetStorage);
    this.runner = new EventRunner(this);
    var fetches = new PendingFetches(clock);
    var connections = new OpenConnections();
    this.blockers =
        new Blockers(
            active,
            inputGate,
            calls,
            fetches,
            connections,
            bodies,
            store,
            object.facets(),
            this::unansweredCalls,
            this::pendingCalls,
            version.compatibility().flags().isOn("durable_object_io_tasks_prevent_eviction"),
            () -> keptAlive,
            this::regularSockets,
            this::pendingTimers);
    this.idle = new IdleTimer(clock, blockers, services.workers().idleObjects(), this::endQuietly);
    this.always =
        services.hibernation() == Hibernation.ALWAYS
            ? new HibernateAlways(
                clock, blockers, outputGate, this::endBetweenEvents, this::cannotHibernate)
            : null;
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
            blockers::all,
            this::structuredClone,
            limits);
    this.storage =
        new StorageHost(
            store,
            alarm,
            this::structuredClone,
            this::undefined,
            version.compatibility().deleteAll(),
            limits,
            object.facet().isEmpty(),
            facets::deleteStored,
            this::storageFailed);
    var sql = new SqlHost(store, this::storageFailed, this::transactionLost);
    this.worker =
        WorkerIsolate.start(
            object.title(),
            services,
            version,
            bindings,
            new WebPlatform.Services(
                clock,
                outputGate::send,
                new StoredAttachments(this::structuredClone),
                new OpenSockets(),
                version.compatibility().flags(),
                (isolate, line) -> services.log().console(isolate, object.title(), line),
                services.network(),
                fetches,
                connections,
                bodies),
            calls,
            started -> List.of(storage.group(), sql.group(), state.group(), facets.group()));
  }

  /** Starts an incarnation; the constructor runs as its first turn. */
  static ScriptIncarnation start(
      DurableObject object,
      ObjectStore store,
      Supplier<FacetStorage> facetStorage,
      Services services,
      WorkerVersion version,
      Bindings bindings) {
    var incarnation =
        new ScriptIncarnation(object, store, facetStorage, services, version, bindings);
    incarnation.begin(version);
    return incarnation;
  }

  private void begin(WorkerVersion version) {
    var isolate = worker.isolate();
    isolate.onEnd(this::isolateEnded);
    isolate.onPause(new StandingTime(clock, Optional.of(object)));
    isolate.post(
        () -> {
          isolate.gate(new ObjectTurns(inputGate));
          isolate.loop().onTurnEnd(this::turnEnded);
          isolate.limitCpu(version.limits().cpuMillis(), () -> exhausted(Exhaustion.CPU.failure()));
          isolate.onExhausted(() -> exhausted(Exhaustion.MEMORY.failure()));
          services
              .isolates()
              .started(
                  isolate, version, Optional.of(new IsolateListener.LiveObject(object, interior)));
          worker.load(this::construct, failure -> breakOff("the module's code", failure));
        });
    object.changed();
  }

  private void construct() {
    var type = worker.export(object.type().name());
    var problem = worker.calls().classProblem(type);
    if (problem.isPresent()) {
      breakOff(
          "the constructor",
          ScriptFailure.error(
              "The class "
                  + object.type().name()
                  + " "
                  + problem.get()
                  + " in the worker's main module. Check class_name in the configuration, and the"
                  + " module's exports."));
      return;
    }
    var prelude = worker.isolate().prelude("state");
    var id = object.id();
    var ctx =
        prelude
            .getMember("DurableObjectState")
            .newInstance(
                object
                    .facet()
                    .flatMap(Facet::id)
                    .<Object>map(text -> text)
                    .orElseGet(
                        () ->
                            worker
                                .isolate()
                                .prelude("namespace")
                                .invokeMember("objectId", id.hex(), id.name())),
                object.namespace().definition().sqlite(),
                object.type().props().map(worker.rpc().codec()::decode).orElse(null),
                containerImage);
    var hook = hooks().moments();
    if (hook != null) {
      var moment = new Moment(Moment.Kind.CONSTRUCTOR, "constructor", Optional.of(object));
      hook.entering(worker.isolate(), moment);
    }
    interior.hasContext(ctx);
    worker
        .calls()
        .construct(
            type,
            ctx,
            worker.env(),
            made -> {
              instance = made;
              interior.hasInstance(made);
              alarm.handlerExists(worker.calls().hasMethod(made, "alarm"));
            },
            failure -> breakOff("the constructor", failure));
    if (hook != null) {
      hook.left(worker.isolate());
    }
  }

  /** A debugger that minds may look at the instance once more. On the isolate's thread. */
  private void beforeLeaving() {
    var hook = hooks().moments();
    if (hook != null && instance != null && hook.minds(object)) {
      hook.leaving(worker.isolate(), object, instance);
    }
  }

  /** The object cannot live: whoever waits for it gets {@code failure}. */
  private void breakOff(String where, ScriptFailure failure) {
    services.log().uncaught(object.title(), where, failure);
    reset(failure);
  }

  /** The object's code has used up what it may use. Any thread. */
  private void exhausted(ScriptFailure failure) {
    breakOff("a running event", failure);
  }

  /** Ends this incarnation by an error that all learn of who have to do with the object. */
  @Override
  public void reset(ScriptFailure failure) {
    end(failure.local().reset());
  }

  private void end(ScriptFailure reason) {
    abortReason = reason;
    outputGate.breakOff();
    object.reset(this, reason);
    worker.isolate().close();
  }

  private void failWaiting(ScriptFailure failure) {
    for (var event = object.next(this); event.isPresent(); event = object.next(this)) {
      event.get().fail(failure);
    }
  }

  @Override
  public void wake() {
    if (awake.compareAndSet(false, true)) {
      worker.isolate().post(this::takeEvent);
    }
  }

  private void admitNext() {
    worker.isolate().post(inputGate::admitNext);
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
  private void turnEnded() {
    if (abortReason != null) {
      return;
    }
    if (store.hasPendingWrites()) {
      try {
        store.commit();
      } catch (StorageException e) {
        commitFailed(e);
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
    visits.awaitTurn(worker.isolate());
    var isQuiet = active.isEmpty() && instance != null && inputGate.isIdle();
    if (isQuiet && always != null && always.turnEnded(worker.isolate())) {
      return;
    }
    if (takesEvents() && object.hasWaitingEvents()) {
      wake();
    } else if (isQuiet) {
      setBusy(false);
      idle.start(worker.isolate());
    }
  }

  private void setBusy(boolean value) {
    if (busy != value) {
      busy = value;
      object.changed();
    }
  }

  /**
   * What a failed file says is for the caller too; that a server was lost, and which, is the log's.
   */
  private void commitFailed(StorageException failure) {
    if (failure.kind().isOfServer()) {
      uncaught("storage", ScriptFailure.error(String.valueOf(failure.getMessage())));
      transactionLost(SERVER_WRITE_FAILED);
    } else {
      storageFailed(failure);
    }
  }

  private void storageFailed(StorageException failure) {
    var why = String.valueOf(failure.getMessage());
    switch (failure.kind()) {
      // In production this is the one reset whose error does not say that it is one.
      case CONSTRAINT -> {
        var reason = ScriptFailure.error(why).local();
        services.log().uncaught(object.title(), "storage", reason);
        end(reason);
      }
      case CORRUPT, READ_ONLY, FULL, BUSY, UNREACHABLE, TOO_BIG, DISCONNECTED, REFUSED, IO ->
          transactionLost(why);
    }
  }

  /** What was written in this turn is gone, and the object's memory does not know. */
  private void transactionLost(String why) {
    store.rollback();
    var reason = ScriptFailure.error(why);
    breakOff("storage", reason);
  }

  private boolean holdsOutput() {
    return storage.holdsOutput();
  }

  private int unansweredCalls() {
    return worker.rpc().unanswered();
  }

  private List<String> pendingCalls() {
    return worker.pendingCalls().methods();
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
    worker.isolate().post(() -> visits.add(action, committed));
    worker.isolate().onEnd(() -> committed.cancel(false));
    return result;
  }

  @Override
  public CompletableFuture<List<String>> hibernate() {
    var result = new CompletableFuture<List<String>>();
    worker.isolate().onEnd(() -> result.complete(List.of()));
    worker
        .isolate()
        .post(
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

  /** Ends the isolate unless an event has come; nothing is in progress. */
  private boolean endQuietly() {
    beforeLeaving();
    if (!object.beginEnd(this)) {
      return false;
    }
    worker.isolate().close();
    return true;
  }

  private boolean endBetweenEvents() {
    beforeLeaving();
    if (!object.beginEndBetweenEvents(this)) {
      return false;
    }
    worker.isolate().close();
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
    var isolate = worker.isolate();
    var hook = hooks().moments();
    if (hook != null && hook.minds(object) && !isolate.isPaused()) {
      isolate.post(
          () -> {
            beforeLeaving();
            isolate.close();
          });
    } else {
      isolate.close();
    }
  }

  private void isolateEnded() {
    idle.cancel();
    if (always != null) {
      always.forget();
    }
    outputGate.breakOff();
    store.close();
    worker.openSockets().closeAll(1006, SocketEnd.DISCONNECTED);
    var reason = abortReason;
    var failure = reason == null ? ScriptFailure.error("The object has ended.") : reason;
    List.copyOf(active).forEach(event -> lose(event, failure));
    active.clear();
    object.facets().abortAll(failure);
    bodies.breakOff(failure);
    worker.rpc().ended(failure.isReset() ? failure.remote().from(object.id().hex()) : failure);
    if (worker.isolate().started().isCompletedExceptionally()) {
      failWaiting(ScriptFailure.of(worker.isolate().started().exceptionNow()));
    }
    services.isolates().ended(worker.isolate());
    object.ended(this);
  }

  private void lose(Event event, ScriptFailure failure) {
    if (event instanceof Event.Alarm lost) {
      lost.done().complete(alarmOutcome);
    } else {
      event.fail(failure);
    }
  }

  // ---- what ctx does

  /** A critical section, with the time by which it must be over. */
  static final class CriticalSection {
    private InputGate.@Nullable Scope scope;
    private Clock.@Nullable Timer timer;
    private boolean over;
  }

  /**
   * Runs {@code body} as a turn of its own, in which and by whose continuations alone the object
   * goes on until the section is left.
   */
  CriticalSection enterSection(Runnable body) {
    var section = new CriticalSection();
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

  private void limitTime(CriticalSection section) {
    section.timer =
        clock.schedule(
            clock.millis() + BLOCK_CONCURRENCY_MILLIS,
            () -> worker.isolate().post(() -> tookTooLong(section)));
  }

  private void tookTooLong(CriticalSection section) {
    if (!section.over) {
      breakOff(
          "blockConcurrencyWhile()",
          ScriptFailure.error(
                  "A call to blockConcurrencyWhile() in a Durable Object waited for too long. The"
                      + " call was canceled and the Durable Object was reset.")
              .overloaded());
    }
  }

  void leaveSection(CriticalSection section) {
    section.over = true;
    if (section.timer != null) {
      section.timer.cancel();
    }
    if (section.scope != null) {
      section.scope.end();
    }
  }

  /**
   * The object's own code ends it: not one more statement of it runs.
   *
   * @param ofAlarm what becomes of an alarm that is being handled
   */
  void resetNow(ScriptFailure reason, AlarmOutcome ofAlarm) {
    alarmOutcome = ofAlarm;
    reset(reason);
    worker.isolate().closeNow();
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

  private Value undefined() {
    return worker.undefined();
  }

  private StructuredClone structuredClone() {
    return worker.structuredClone();
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
    return worker.openSockets().count();
  }
}
