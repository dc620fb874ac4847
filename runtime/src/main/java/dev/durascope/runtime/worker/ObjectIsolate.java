package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.IoContext;
import dev.durascope.runtime.api.Outbox;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.script.TurnGate;
import dev.durascope.runtime.time.PausableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * An isolate in which Durable Objects of one version of a worker live: one that has it to itself,
 * and with which it ends, or many that share it, in which case it outlives them.
 *
 * <p>A turn belongs to one object, {@link #resident}: its gates, its storage and its sockets are
 * what the platform's functions mean in that turn. Whatever adds a turn therefore says for whom,
 * {@link #run}; what was begun in an object's turn comes back as a turn of that object. Those of an
 * object that has left are dropped.
 *
 * <p>The module is evaluated once, so objects that share an isolate share its variables, as they do
 * in production. They share their fate too: code that runs for ever, or uses up the memory, ends
 * the isolate with all who live there.
 */
final class ObjectIsolate {
  /** Whether objects share it. */
  enum Kind {
    OWN,
    SHARED
  }

  private final Kind kind;
  private final Services services;
  private final WorkerVersion version;
  private final Consumer<ObjectIsolate> closing;
  private final PausableClock clock;
  private final WorkerIsolate worker;
  private final Resident nobody;
  private final Set<ScriptIncarnation> residents = ConcurrentHashMap.newKeySet();
  private volatile @Nullable ScriptIncarnation current;
  private volatile boolean ended;
  // On the isolate's thread:
  private Module module = new Module.Unasked();
  private final List<ScriptIncarnation> waiting = new ArrayList<>();
  private @Nullable ScriptIncarnation entered;
  private @Nullable Value enter;

  /** How far the worker's module is. */
  private sealed interface Module {
    record Unasked() implements Module {}

    /**
     * @param opener in whose turns it is evaluated
     */
    record Loading(ScriptIncarnation opener) implements Module {}

    record Loaded() implements Module {}

    record Failed(ScriptFailure failure) implements Module {}
  }

  /**
   * Starts an isolate; the module is loaded when the first object moves in.
   *
   * @param closing told, on any thread and maybe more than once, that no object is to move in
   */
  ObjectIsolate(
      Kind kind,
      String title,
      Services services,
      WorkerVersion version,
      Bindings bindings,
      Consumer<ObjectIsolate> closing) {
    this.kind = kind;
    this.services = services;
    this.version = version;
    this.closing = closing;
    this.clock = new PausableClock(services.clock());
    this.worker =
        WorkerIsolate.start(
            title,
            services,
            version,
            bindings,
            clock,
            this::resident,
            started -> new StoredAttachments(started::structuredClone),
            started -> ObjectHosts.switched(this::hosts));
    var isolate = worker.isolate();
    this.nobody =
        new PlainResident(
            title,
            IoContext.of(Outbox.OPEN, clock),
            new RpcServer(worker, new HeldValues(), isolate::post),
            new PendingCalls());
    isolate.onEnd(this::isolateEnded);
    isolate.onPause(new StandingTime(clock, this::objects));
    isolate.post(
        () -> {
          isolate.gate(new Turns());
          isolate.loop().onTurnEnd(this::turnEnded);
          isolate.limitCpu(version.limits().cpuMillis(), () -> condemn(Exhaustion.CPU.failure()));
          isolate.onExhausted(() -> condemn(Exhaustion.MEMORY.failure()));
        });
  }

  Kind kind() {
    return kind;
  }

  WorkerIsolate worker() {
    return worker;
  }

  /** The clock that all who live here go by. */
  PausableClock clock() {
    return clock;
  }

  private List<DurableObject> objects() {
    return residents.stream().map(ScriptIncarnation::object).toList();
  }

  /** How many objects live here. Any thread. */
  int population() {
    return residents.size();
  }

  /** An object comes to live here. Any thread. */
  void moveIn(ScriptIncarnation object) {
    residents.add(object);
    worker.isolate().post(() -> admit(object));
    if (ended && residents.remove(object)) {
      object.ended();
    }
  }

  /** An object's life is over; what it still has to do in this turn is its last. Any thread. */
  void leave(ScriptIncarnation object) {
    switch (kind) {
      case OWN -> worker.isolate().close();
      case SHARED -> worker.isolate().post(() -> goodbye(object));
    }
  }

  /**
   * The same once {@code last} has run, which the object still sees; a running turn comes first.
   */
  void leaveAfter(ScriptIncarnation object, Runnable last) {
    worker
        .isolate()
        .post(
            () -> {
              if (residents.contains(object)) {
                enter(object);
                last.run();
                leave(object);
              }
            });
  }

  /**
   * The same within a turn of the object, of which not one more statement runs.
   *
   * @return never
   */
  Error leaveNow() {
    if (kind == Kind.OWN) {
      worker.isolate().closeNow();
    }
    return worker.isolate().unwindNow();
  }

  /** Ends the isolate with all who live here. Any thread. */
  void close() {
    closing.accept(this);
    worker.isolate().close();
  }

  /** Runs {@code turn} for an object, within a turn of the isolate, unless its life is over. */
  void run(ScriptIncarnation object, Runnable turn) {
    if (object.isOver() || !residents.contains(object)) {
      return;
    }
    enter(object);
    turn.run();
  }

  /** Whose turn it is, or was last. */
  private Resident resident() {
    var object = current;
    return object == null ? nobody : object;
  }

  private ObjectHosts hosts() {
    var object = current;
    if (object == null) {
      throw new IllegalStateException("No object lives in " + worker.isolate().title());
    }
    return object.hosts();
  }

  private void enter(ScriptIncarnation object) {
    current = object;
    if (entered != object) {
      entered = object;
      if (enter == null) {
        enter = worker.isolate().prelude("residents").getMember("enter");
      }
      enter.executeVoid(object.memory());
    }
  }

  private void admit(ScriptIncarnation object) {
    if (object.isOver() || !residents.contains(object)) {
      return;
    }
    enter(object);
    switch (module) {
      case Module.Unasked _ -> open(object);
      case Module.Loading _ -> waiting.add(object);
      case Module.Loaded _ -> object.construct();
      case Module.Failed(var failure) -> object.breakOff("the module's code", failure);
    }
  }

  private void open(ScriptIncarnation object) {
    module = new Module.Loading(object);
    waiting.add(object);
    services
        .isolates()
        .started(
            worker.isolate(),
            version,
            switch (kind) {
              case OWN -> new IsolateListener.Tenancy.One(object.live());
              case SHARED ->
                  new IsolateListener.Tenancy.Many(
                      () -> Optional.ofNullable(current).map(ScriptIncarnation::live));
            });
    worker.load(this::loaded, this::loadFailed);
  }

  private void loaded() {
    module = new Module.Loaded();
    var first = waiting.removeFirst();
    for (var other : waiting) {
      worker.isolate().post(() -> run(other, other::construct));
    }
    waiting.clear();
    run(first, first::construct);
  }

  private void loadFailed(ScriptFailure failure) {
    module = new Module.Failed(failure);
    closing.accept(this);
    List.copyOf(waiting).forEach(object -> object.breakOff("the module's code", failure));
    waiting.clear();
    worker.isolate().post(worker.isolate()::close); // after those who leave
  }

  private void goodbye(ScriptIncarnation object) {
    if (!residents.remove(object)) {
      return;
    }
    if (module instanceof Module.Loading(var opener) && opener == object) {
      close(); // what the module waits for may have been for that object; the others move
    }
    worker.isolate().prelude("residents").invokeMember("leave", object.memory());
    current = null;
    entered = null;
    object.ended();
  }

  private void turnEnded() {
    var object = current;
    if (object != null) {
      object.turnEnded();
    }
  }

  /** The code has used up what it may use. Any thread. */
  private void condemn(ScriptFailure failure) {
    closing.accept(this);
    var culprit = current;
    for (var object : residents) {
      if (object == culprit) {
        object.breakOff("a running event", failure);
      } else {
        object.reset(failure);
      }
    }
    worker.isolate().close();
  }

  private void isolateEnded() {
    ended = true;
    closing.accept(this);
    try {
      for (var object : List.copyOf(residents)) {
        if (residents.remove(object)) {
          object.ended();
        }
      }
    } finally {
      // Whoever waits for the last isolate wants the objects' files closed.
      services.isolates().ended(worker.isolate());
    }
  }

  /** What an object's turn begins comes back as a turn of that object. */
  private final class Turns implements TurnGate {
    @Override
    public Entrance entrance() {
      var object = current;
      return object == null ? Entrance.FREE : new Way(object, object.inputGate().scope()::enter);
    }

    @Override
    public Entrance reservedEntrance() {
      var object = current;
      return object == null
          ? Entrance.FREE
          : new Way(object, object.inputGate().scope().hold()::enter);
    }
  }

  private final class Way implements TurnGate.Entrance {
    private final ScriptIncarnation object;
    private final TurnGate.Entrance gate;

    Way(ScriptIncarnation object, TurnGate.Entrance gate) {
      this.object = object;
      this.gate = gate;
    }

    @Override
    public void enter(Runnable turn) {
      run(object, () -> gate.enter(turn));
    }

    @Override
    public boolean isClosed() {
      return object.isOver();
    }
  }
}
