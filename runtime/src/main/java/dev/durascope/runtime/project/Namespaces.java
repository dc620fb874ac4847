package dev.durascope.runtime.project;

import dev.durascope.runtime.durable.DurableClass;
import dev.durascope.runtime.durable.DurableObjectId;
import dev.durascope.runtime.durable.IncarnationStarter;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.durable.ObjectListener;
import dev.durascope.runtime.storage.NamespaceStorage;
import dev.durascope.runtime.time.Clock;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

  Namespaces(
      Clock clock, Function<DurableClass, NamespaceStorage> storages, ObjectListener listener) {
    this.clock = clock;
    this.storages = storages;
    this.listener = listener;
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

  /** Waits for the alarms that are stored, those that are overdue at once. */
  void resumeAlarms() {
    for (var stored : byClass.values()) {
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
    stored().forEach(stored -> stored.namespace().close());
  }

  /** Closes the storage, when no object is in memory any more. */
  void closeStorage() {
    stored().forEach(stored -> stored.storage().close());
  }
}
