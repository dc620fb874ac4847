package dev.durascope.runtime.project;

import dev.durascope.runtime.durable.DurableClass;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.DurableObjectId;
import dev.durascope.runtime.durable.IncarnationStarter;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.durable.ObjectListener;
import dev.durascope.runtime.storage.NamespaceStorage;
import dev.durascope.runtime.time.Clock;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The namespaces of a worker with their storage; they outlive versions of the code. */
final class Namespaces implements AutoCloseable {
  /** A namespace and where its objects keep their data. */
  record Stored(Namespace namespace, NamespaceStorage storage) {}

  private final Map<String, Stored> byClass = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Function<DurableClass, NamespaceStorage> storages;
  private final ObjectListener listener;
  private final Set<Namespace> resumed = new HashSet<>();
  private final List<Namespace> left = new ArrayList<>();
  // Notified whenever something about an object is new.
  private final Object changes = new Object();

  Namespaces(
      Clock clock, Function<DurableClass, NamespaceStorage> storages, ObjectListener listener) {
    this.clock = clock;
    this.storages = storages;
    this.listener =
        new ObjectListener() {
          @Override
          public void changed(DurableObject object) {
            synchronized (changes) {
              changes.notifyAll();
            }
            listener.changed(object);
          }

          @Override
          public void stored(DurableObject object) {
            listener.stored(object);
          }
        };
  }

  /**
   * Takes a class's objects out of memory for good, and closes their storage; nothing if there is
   * no such class. Their hibernatable sockets wait for {@link #handSocketsOver}.
   *
   * @return false if an object has not ended in time; then its files may still be open
   */
  boolean retire(String className, String reason, long millis) throws InterruptedException {
    var stored = byClass.remove(className);
    if (stored == null) {
      return true;
    }
    stored.namespace().leave(reason);
    left.add(stored.namespace());
    var isEmpty = awaitEmpty(stored.namespace(), millis);
    forget(stored.namespace());
    stored.storage().close();
    return isEmpty;
  }

  /**
   * The classes are those of the new version: one that has another name now gets the sockets that
   * its objects had under the old one. The others are closed for {@code reason}.
   */
  void handSocketsOver(String reason) {
    for (var former : left) {
      list().stream()
          .filter(it -> it.definition().idKey().equals(former.definition().idKey()))
          .forEach(heir -> heir.takeOver(former));
      former.closeSockets(reason);
    }
    left.clear();
  }

  private synchronized void forget(Namespace namespace) {
    resumed.remove(namespace);
  }

  private boolean awaitEmpty(Namespace namespace, long millis) throws InterruptedException {
    var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    synchronized (changes) {
      while (namespace.objects().stream().anyMatch(object -> object.incarnation() != null)) {
        var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        changes.wait(left);
      }
    }
    return true;
  }

  /** Adds the namespace of a class unless it is there. */
  void ensure(DurableClass definition, IncarnationStarter starter) {
    byClass.computeIfAbsent(
        definition.className(),
        name ->
            new Stored(
                new Namespace(definition, clock, new SecureRandom(), starter, listener),
                storages.apply(definition)));
  }

  /** Waits for the alarms that are stored, of each class once; those that are overdue at once. */
  synchronized void resumeAlarms() {
    for (var stored : byClass.values()) {
      if (!resumed.add(stored.namespace())) {
        continue;
      }
      var alarms = stored.namespace().alarms();
      for (var alarm : stored.storage().alarms().all()) {
        var id = new DurableObjectId(alarm.objectId(), alarm.objectName());
        if (alarms.get(id).isEmpty()) {
          alarms.set(id, alarm.epochMillis());
        }
      }
    }
  }

  Optional<Stored> find(String className) {
    return Optional.ofNullable(byClass.get(className));
  }

  NamespaceStorage storage(String className) {
    return find(className)
        .orElseThrow(() -> new IllegalStateException("No namespace of class " + className))
        .storage();
  }

  Map<String, Namespace> all() {
    return byClass.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().namespace()));
  }

  List<Namespace> list() {
    return byClass.values().stream().map(Stored::namespace).toList();
  }

  private Collection<Stored> stored() {
    return byClass.values();
  }

  @Override
  public void close() {
    left.forEach(namespace -> namespace.closeSockets("The runtime is shutting down."));
    stored().forEach(stored -> stored.namespace().close());
  }

  /** Closes the storage, when no object is in memory any more. */
  void closeStorage() {
    stored().forEach(stored -> stored.storage().close());
  }
}
