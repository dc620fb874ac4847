package dev.durascope.runtime.durable;

import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.time.Clock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * All objects of one class: hands out ids, keeps the objects that are or were in memory, and runs
 * their alarms. Usable on any thread.
 */
public final class Namespace implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Namespace.class.getName());

  private final DurableClass definition;
  private final Clock clock;
  private final DurableObjectIds ids;
  private final AlarmSchedule alarms;
  private final IncarnationStarter starter;
  private final ObjectListener listener;
  private final Map<DurableObjectId, DurableObject> objects = new ConcurrentHashMap<>();

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
    var object =
        objects.computeIfAbsent(id, key -> new DurableObject(this, key, starter, listener));
    var name = id.name();
    if (name != null) {
      object.learnName(name);
    }
    return object;
  }

  /** The objects that are in memory, or were since the start. */
  public Collection<DurableObject> objects() {
    return List.copyOf(objects.values());
  }

  /** Takes every object out of memory, as a new version of the code requires; sockets stay open. */
  public void evictAll(ScriptFailure reason) {
    objects.values().forEach(object -> object.evict(reason));
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

  /** Takes every object out of memory for good, and says why. */
  public void close(String reason) {
    alarms.close();
    for (var object : objects.values()) {
      object.close(ScriptFailure.error(reason));
      object.sockets().closeAll(1001, reason);
    }
  }
}
