package dev.durascope.runtime.project;

import com.google.gson.JsonElement;
import dev.durascope.runtime.control.ControlEvent;
import dev.durascope.runtime.control.ControlRefusal;
import dev.durascope.runtime.control.ControlTarget;
import dev.durascope.runtime.control.ProjectFacts;
import dev.durascope.runtime.control.Schedule;
import dev.durascope.runtime.control.StateControl;
import dev.durascope.runtime.control.TimeControl;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.DurableObjectId;
import dev.durascope.runtime.durable.Incarnation;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.state.StoredValues;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.StorageException;
import dev.durascope.runtime.storage.StorageInspector;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the control API sees and does of a {@link Workspace}: objects in memory and on disk in one
 * list, read from the files and from the host's own notes, never from an isolate.
 */
final class ProjectControl implements ControlTarget {
  /** How long an object that is not paused may take to end its turn, in seconds. */
  private static final long HIBERNATE_SECONDS = 5;

  private final Workspace workspace;
  private final Supplier<Optional<URI>> ready;
  private final ControlEvents events;
  private final RunningState state;

  /**
   * @param ready the address that the project answers on, once it does
   */
  ProjectControl(Workspace workspace, Supplier<Optional<URI>> ready, ControlEvents events) {
    this.workspace = workspace;
    this.ready = ready;
    this.events = events;
    this.state = new RunningState(workspace, events);
  }

  @Override
  public ProjectFacts project() {
    return new ProjectFacts(
        workspace.front().name(),
        ready.get(),
        ProcessHandle.current().pid(),
        workspace.projects().stream()
            .map(project -> new ProjectFacts.WorkerFacts(project.name(), classes(project)))
            .toList());
  }

  @Override
  public List<Schedule> schedules() {
    return workspace.projects().stream()
        .flatMap(
            project ->
                project.config().crons().stream().map(cron -> new Schedule(project.name(), cron)))
        .toList();
  }

  @Override
  public void run(Schedule schedule) throws ControlRefusal {
    var project =
        workspace
            .project(schedule.worker())
            .orElseThrow(() -> ControlRefusal.noSuchWorker(schedule.worker()));
    project.runSchedule(schedule.cron());
  }

  private List<ProjectFacts.ClassFacts> classes(Project project) {
    var classes = new ArrayList<ProjectFacts.ClassFacts>();
    new TreeMap<>(project.namespaces())
        .forEach(
            (className, namespace) ->
                classes.add(
                    new ProjectFacts.ClassFacts(
                        className,
                        namespace.definition().sqlite()
                            ? ProjectFacts.StorageBackend.SQLITE
                            : ProjectFacts.StorageBackend.KV,
                        bindings(project, className))));
    return classes;
  }

  /** The names by which workers reach a class, each once. */
  private List<String> bindings(Project owner, String className) {
    return workspace.projects().stream()
        .flatMap(
            project ->
                project.config().durableObjects().stream()
                    .filter(binding -> binding.className().equals(className))
                    .filter(
                        binding -> binding.scriptName().orElse(project.name()).equals(owner.name()))
                    .map(binding -> binding.name()))
        .distinct()
        .toList();
  }

  @Override
  public Page<ObjectSummary> listObjects(ObjectQuery query) throws ControlRefusal {
    var namespaces = stored(query.worker(), query.className());
    var start = query.cursor().orElse("");
    var limit = Math.min(query.limit(), StorageInspector.MAX_PAGE - 1);
    var found = new TreeMap<String, ObjectSummary>();
    var page =
        reading(
            () ->
                namespaces
                    .storage()
                    .inspector()
                    .objects(start.isEmpty() ? null : start, limit + 1));
    for (var object : page.items()) {
      found.put(object.id(), summary(namespaces.namespace(), object));
    }
    for (var object : namespaces.namespace().objects()) {
      if (object.id().hex().compareTo(start) >= 0 && isWorthShowing(object)) {
        found.computeIfAbsent(object.id().hex(), id -> summary(object, Optional.empty()));
      }
    }
    var items = found.values().stream().limit(limit).toList();
    var next = found.keySet().stream().skip(limit).findFirst();
    return new Page<>(items, next);
  }

  /** An object that was only ever asked for, and is gone without a trace, is no news. */
  private static boolean isWorthShowing(DurableObject object) {
    return object.incarnation() != null || object.sockets().count() > 0;
  }

  private static ObjectSummary summary(Namespace namespace, StorageInspector.StoredObject stored) {
    var id = new DurableObjectId(stored.id(), stored.name());
    return summary(namespace.object(id), Optional.of(stored));
  }

  private static ObjectSummary summary(
      DurableObject object, Optional<StorageInspector.StoredObject> stored) {
    var waiting = object.namespace().alarms().get(object.id());
    var alarm =
        waiting.isPresent()
            ? waiting
            : stored.map(StorageInspector.StoredObject::alarm).orElse(OptionalLong.empty());
    var incarnation = object.incarnation();
    var sockets =
        openSockets(object).size() + (incarnation == null ? 0 : incarnation.regularSockets());
    return new ObjectSummary(
        object.id().hex(), Optional.ofNullable(object.id().name()), state(object), alarm, sockets);
  }

  private static List<AcceptedSocket> openSockets(DurableObject object) {
    return object.sockets().all().stream()
        .filter(socket -> !socket.end().isCloseSent())
        .map(
            socket ->
                new AcceptedSocket(
                    socket.tags(),
                    Optional.ofNullable(socket.end().attachment()).map(StoredValues::preview),
                    Acceptance.HIBERNATABLE))
        .toList();
  }

  private static ObjectState state(DurableObject object) {
    return switch (object.state()) {
      case RUNNING -> ObjectState.RUNNING;
      case PAUSED -> ObjectState.PAUSED;
      case IDLE -> ObjectState.IDLE;
      case HIBERNATED -> ObjectState.HIBERNATED;
      case STORED -> ObjectState.STORED;
    };
  }

  @Override
  public ObjectDetail object(ObjectAddress address) throws ControlRefusal {
    var namespaces = stored(address.worker(), address.className());
    var object = known(namespaces, address);
    var stored = reading(() -> namespaces.storage().inspector().object(address.id()));
    var sockets = new ArrayList<>(openSockets(object));
    var incarnation = object.incarnation();
    for (var i = 0; incarnation != null && i < incarnation.regularSockets(); i++) {
      sockets.add(new AcceptedSocket(List.of(), Optional.empty(), Acceptance.REGULAR));
    }
    return new ObjectDetail(summary(object, stored), sockets);
  }

  @Override
  public Page<StoredEntry> listStorage(ObjectAddress address, StorageQuery query)
      throws ControlRefusal {
    var namespaces = stored(address.worker(), address.className());
    known(namespaces, address);
    var start = query.cursor().or(query::start).orElse(null);
    var limit = Math.min(query.limit(), StorageInspector.MAX_PAGE - 1);
    var page =
        reading(
            () ->
                namespaces
                    .storage()
                    .inspector()
                    .entries(
                        address.id(), new StorageInspector.KeyQuery(query.prefix(), start, limit)));
    return new Page<>(
        page.items().stream().map(entry -> StoredValues.entry(entry.key(), entry.value())).toList(),
        Optional.ofNullable(page.next()));
  }

  @Override
  public Optional<StoredValue> readStorage(ObjectAddress address, String key)
      throws ControlRefusal {
    var namespaces = stored(address.worker(), address.className());
    known(namespaces, address);
    var bytes = reading(() -> namespaces.storage().inspector().read(address.id(), key));
    return bytes.isEmpty() ? Optional.empty() : Optional.of(StoredValues.value(key, bytes.get()));
  }

  @Override
  public void writeStorage(ObjectAddress address, String key, JsonElement value)
      throws ControlRefusal {
    var bytes = StoredValues.bytes(value);
    edit(
        address,
        state.object(address),
        store -> {
          store.put(key, bytes);
          return true;
        },
        inspector -> {
          inspector.write(address.id(), key, bytes);
          return true;
        });
  }

  @Override
  public boolean deleteStorage(ObjectAddress address, String key) throws ControlRefusal {
    var object = known(stored(address.worker(), address.className()), address);
    return edit(
        address,
        object,
        store -> store.delete(key),
        inspector -> inspector.delete(address.id(), key));
  }

  /**
   * Changes a key between two turns of the object; or beside it while a debugger holds it, so that
   * its code finds there what somebody who debugs has put.
   */
  private <T> T edit(
      ObjectAddress address,
      DurableObject object,
      Function<ObjectStore, T> between,
      Function<StorageInspector, T> beside)
      throws ControlRefusal {
    var namespaces = stored(address.worker(), address.className());
    var incarnation = object.incarnation();
    var result =
        incarnation != null && incarnation.isPaused()
            ? reading(() -> beside.apply(namespaces.storage().inspector()))
            : OutsideChange.make(state.project(address.worker()), address, object, between);
    events.storageChanged(namespaces.namespace(), address.id());
    return result;
  }

  @Override
  public void fireAlarm(ObjectAddress address) throws ControlRefusal {
    var namespaces = stored(address.worker(), address.className());
    var object = known(namespaces, address);
    if (namespaces.namespace().alarms().fireNow(object.id()).isEmpty()) {
      throw ControlRefusal.noAlarm(address);
    }
  }

  @Override
  public void hibernate(ObjectAddress address) throws ControlRefusal {
    var incarnation = ready(address);
    if (incarnation == null) {
      return;
    }
    List<String> blockers;
    try {
      blockers = incarnation.hibernate().get(HIBERNATE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw incarnation.isPaused()
          ? ControlRefusal.paused(address)
          : conflict("object-busy", "The object's code has not come to an end for a while.");
    } catch (ExecutionException e) {
      throw new ControlRefusal(
          ControlRefusal.Kind.FAILED, "hibernate-failed", String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw conflict("interrupted", "The runtime is shutting down.");
    }
    if (!blockers.isEmpty()) {
      throw conflict(
          "cannot-hibernate", "The object cannot hibernate: " + String.join("; ", blockers));
    }
  }

  @Override
  public void evict(ObjectAddress address) throws ControlRefusal {
    if (ready(address) != null) {
      known(stored(address.worker(), address.className()), address)
          .evict(ScriptFailure.error("The Durable Object was evicted on request."));
    }
  }

  @Override
  public void abort(ObjectAddress address) throws ControlRefusal {
    ready(address);
    known(stored(address.worker(), address.className()), address)
        .abort(ScriptFailure.error("The Durable Object was aborted on request."));
  }

  @Override
  public StateControl state() {
    return state;
  }

  @Override
  public TimeControl time() {
    return new ProjectTime(workspace);
  }

  /** The incarnation, if there is one that no debugger holds. */
  private @Nullable Incarnation ready(ObjectAddress address) throws ControlRefusal {
    var object = known(stored(address.worker(), address.className()), address);
    var incarnation = object.incarnation();
    if (incarnation != null && incarnation.isPaused()) {
      throw ControlRefusal.paused(address);
    }
    return incarnation;
  }

  @Override
  public Subscription subscribe(Consumer<ControlEvent> listener) {
    return events.subscribe(listener);
  }

  private Namespaces.Stored stored(String worker, String className) throws ControlRefusal {
    return state.stored(worker, className);
  }

  /** The object, if it is in memory or stored. */
  private static DurableObject known(Namespaces.Stored namespaces, ObjectAddress address)
      throws ControlRefusal {
    var live =
        namespaces.namespace().objects().stream()
            .filter(object -> object.id().hex().equals(address.id()))
            .min(Comparator.comparing(object -> object.id().hex()));
    if (live.isPresent()) {
      return live.get();
    }
    var stored = reading(() -> namespaces.storage().inspector().object(address.id()));
    return namespaces
        .namespace()
        .object(
            stored
                .map(object -> new DurableObjectId(object.id(), object.name()))
                .orElseThrow(() -> ControlRefusal.noSuchObject(address)));
  }

  private static ControlRefusal conflict(String code, String message) {
    return new ControlRefusal(ControlRefusal.Kind.CONFLICT, code, message);
  }

  private static <T> T reading(Supplier<T> read) throws ControlRefusal {
    try {
      return read.get();
    } catch (StorageException e) {
      throw OutsideChange.storage(e);
    }
  }
}
