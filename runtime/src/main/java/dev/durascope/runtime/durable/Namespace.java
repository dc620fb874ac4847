package dev.durascope.runtime.durable;

import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.time.Clock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All objects of one class: hands out ids, keeps the objects that are in memory or have sockets,
 * and runs their alarms. Usable on any thread.
 *
 * <p>One that is neither is known here for as long as somebody holds it, say a stub, so that there
 * is one of each id at any time; and forgotten then. What it has stored is the storage's to list.
 */
public final class Namespace implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Namespace.class.getName());

  private final DurableClass definition;
  private final Clock clock;
  private final DurableObjectIds ids;
  private final AlarmSchedule alarms;
  private final IncarnationStarter starter;
  private final ObjectListener listener;
  private final Map<DurableObjectId, Known> known = new ConcurrentHashMap<>();
  private final ReferenceQueue<DurableObject> forgotten = new ReferenceQueue<>();
  private final Set<DurableObject> kept = ConcurrentHashMap.newKeySet();
  private volatile @Nullable ScriptFailure closedBy;

  /** A namespace without objects. */
  public Namespace(
      DurableClass definition,
      Clock clock,
      RandomGenerator random,
      IncarnationStarter starter,
      ObjectListener listener) {
    this.definition = definition;
    this.clock = clock;
    this.ids = new DurableObjectIds(definition.idKey(), random);
    this.alarms = new AlarmSchedule(clock, random, new Alarms());
    this.starter = starter;
    this.listener = listener;
  }

  /** The class. */
  public DurableClass definition() {
    return definition;
  }

  /** Makes and checks ids. */
  public DurableObjectIds ids() {
    return ids;
  }

  /** The waiting alarms. */
  public AlarmSchedule alarms() {
    return alarms;
  }

  /** The clock that its objects live by. */
  public Clock clock() {
    return clock;
  }

  /** The object with this id; it need not exist in any other sense. */
  public DurableObject object(DurableObjectId id) {
    forget();
    var fresh = new AtomicReference<@Nullable DurableObject>(); // or it might be forgotten at once
    var object = fresh.get();
    while (object == null) {
      object =
          known
              .compute(
                  id,
                  (key, now) -> {
                    if (now != null && !now.refersTo(null)) {
                      return now;
                    }
                    var made = new DurableObject(this, key, starter, listener);
                    if (closedBy != null) {
                      made.close(closedBy);
                    }
                    fresh.set(made);
                    return new Known(made, forgotten);
                  })
              .get();
    }
    var name = id.name();
    if (name != null) {
      object.learnName(name);
    }
    return object;
  }

  /** One that is or was asked for. */
  private static final class Known extends WeakReference<DurableObject> {
    private final DurableObjectId id;

    Known(DurableObject object, ReferenceQueue<DurableObject> forgotten) {
      super(object, forgotten);
      this.id = object.id();
    }
  }

  private void forget() {
    for (var lost = forgotten.poll(); lost != null; lost = forgotten.poll()) {
      if (lost instanceof Known gone) {
        known.remove(gone.id, gone);
      }
    }
  }

  /** How many objects it knows, whether they are kept or held by others. */
  int known() {
    forget();
    return known.size();
  }

  /** Keeps an object from being forgotten. */
  void keep(DurableObject object) {
    kept.add(object);
  }

  /** The object is neither in memory nor has sockets. */
  void letGo(DurableObject object) {
    kept.remove(object);
  }

  /** The objects that are in memory, or have hibernated with sockets. */
  public Collection<DurableObject> objects() {
    return List.copyOf(kept);
  }

  /** Takes every object out of memory, as a new version of the code requires; sockets stay open. */
  public void evictAll(ScriptFailure reason) {
    kept.forEach(object -> object.evict(reason));
  }

  /** Brings alarms to the objects. */
  private final class Alarms implements AlarmSchedule.Runner {
    @Override
    public void run(DurableObjectId id, long scheduledTime, int retryCount) {
      var done = new CompletableFuture<AlarmOutcome>();
      var _ = done.thenAccept(outcome -> alarms.ended(id, outcome));
      object(id).deliver(new Event.Alarm(scheduledTime, retryCount, done));
    }

    @Override
    public void abandon(DurableObjectId id, long scheduledTime) {
      LOG.log(Level.WARNING, "The alarm of {0} is given up", object(id).title());
      object(id).deliver(new Event.AbandonedAlarm(scheduledTime));
    }
  }

  @Override
  public void close() {
    close("The runtime is shutting down.");
  }

  /**
   * Takes every object out of memory for good, and says why. Their hibernatable sockets stay open,
   * and what comes through them waits, until {@link #takeOver} or {@link #closeSockets}.
   */
  public void leave(String reason) {
    end(ScriptFailure.error(reason), object -> object.sockets().pause());
  }

  /** Closes the sockets of a namespace that has left. */
  public void closeSockets(String reason) {
    kept.forEach(object -> object.sockets().closeAll(1001, reason));
  }

  /** Gives the sockets of a namespace that has left to the objects with the same ids. */
  public void takeOver(Namespace former) {
    for (var old : former.objects()) {
      if (old.sockets().count() > 0) {
        object(old.id()).takeOver(old);
      }
    }
  }

  /** Takes every object out of memory for good, and says why. */
  public void close(String reason) {
    end(ScriptFailure.error(reason), object -> {});
    closeSockets(reason);
  }

  private void end(ScriptFailure failure, Consumer<DurableObject> first) {
    alarms.close();
    closedBy = failure;
    for (var reference : known.values()) {
      var object = reference.get();
      if (object != null) {
        first.accept(object);
        object.close(failure);
      }
    }
  }
}
