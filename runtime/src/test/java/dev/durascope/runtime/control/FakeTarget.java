package dev.durascope.runtime.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.control.ProjectFacts.ClassFacts;
import dev.durascope.runtime.control.ProjectFacts.StorageBackend;
import dev.durascope.runtime.control.ProjectFacts.WorkerFacts;
import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** A project that lives in the test's memory. */
final class FakeTarget implements ControlTarget {
  private final TimeControl time = new FakeTime();

  static final String LOBBY = "1a".repeat(32);
  static final String ATTIC = "2b".repeat(32);

  final List<String> actions = new ArrayList<>();
  final List<Consumer<ControlEvent>> listeners = new CopyOnWriteArrayList<>();
  final Map<String, ObjectDetail> objects = new TreeMap<>();
  final Map<String, JsonElement> stored = new TreeMap<>();

  FakeTarget() {
    put(
        new ObjectDetail(
            new ObjectSummary(
                LOBBY,
                Optional.of("lobby"),
                ObjectState.IDLE,
                OptionalLong.of(1_767_323_045_000L),
                2),
            List.of(
                new AcceptedSocket(
                    List.of("ada"), Optional.of("{since: 1}"), Acceptance.HIBERNATABLE),
                new AcceptedSocket(List.of(), Optional.empty(), Acceptance.REGULAR))));
    put(
        new ObjectDetail(
            new ObjectSummary(ATTIC, Optional.empty(), ObjectState.STORED, OptionalLong.empty(), 0),
            List.of()));
    stored.put("count", new JsonPrimitive(3));
  }

  void put(ObjectDetail detail) {
    objects.put(detail.summary().id(), detail);
  }

  void tell(ControlEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  @Override
  public ProjectFacts project() {
    return new ProjectFacts(
        "chat",
        Optional.of(URI.create("http://127.0.0.1:8787")),
        77,
        List.of(
            new WorkerFacts(
                "chat",
                List.of(new ClassFacts("ChatRoom", StorageBackend.SQLITE, List.of("ROOMS"))))));
  }

  @Override
  public Page<ObjectSummary> listObjects(ObjectQuery query) throws ControlRefusal {
    if (!query.className().equals("ChatRoom")) {
      throw ControlRefusal.noSuchClass(query.worker(), query.className());
    }
    var items =
        objects.values().stream()
            .map(ObjectDetail::summary)
            .filter(object -> object.id().compareTo(query.cursor().orElse("")) > 0)
            .toList();
    return page(items, query.limit(), ObjectSummary::id);
  }

  private static <T> Page<T> page(List<T> items, int limit, Function<T, String> cursor) {
    return items.size() <= limit
        ? new Page<>(items, Optional.empty())
        : new Page<>(items.subList(0, limit), Optional.of(cursor.apply(items.get(limit - 1))));
  }

  @Override
  public ObjectDetail object(ObjectAddress object) throws ControlRefusal {
    var detail = objects.get(object.id());
    if (detail == null) {
      throw ControlRefusal.noSuchObject(object);
    }
    return detail;
  }

  @Override
  public Page<StoredEntry> listStorage(ObjectAddress object, StorageQuery query) {
    var items =
        stored.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(query.prefix()))
            .filter(entry -> entry.getKey().compareTo(query.start().orElse("")) >= 0)
            .filter(
                entry ->
                    query.cursor().isEmpty() || entry.getKey().compareTo(query.cursor().get()) > 0)
            .map(entry -> new StoredEntry(entry.getKey(), "number", entry.getValue().toString(), 4))
            .toList();
    return page(items, query.limit(), StoredEntry::key);
  }

  @Override
  public Optional<StoredValue> readStorage(ObjectAddress object, String key) {
    return Optional.ofNullable(stored.get(key))
        .map(value -> new StoredValue(key, "number", value.toString(), value));
  }

  @Override
  public void writeStorage(ObjectAddress object, String key, JsonElement value) {
    stored.put(key, value);
  }

  @Override
  public boolean deleteStorage(ObjectAddress object, String key) {
    return stored.remove(key) != null;
  }

  @Override
  public void fireAlarm(ObjectAddress object) throws ControlRefusal {
    if (object(object).summary().alarm().isEmpty()) {
      throw ControlRefusal.noAlarm(object);
    }
    actions.add("alarm " + object.id());
  }

  @Override
  public void hibernate(ObjectAddress object) throws ControlRefusal {
    if (object(object).summary().state() == ObjectState.PAUSED) {
      throw ControlRefusal.paused(object);
    }
    actions.add("hibernate " + object.id());
  }

  @Override
  public void evict(ObjectAddress object) {
    actions.add("evict " + object.id());
  }

  @Override
  public void abort(ObjectAddress object) {
    actions.add("abort " + object.id());
  }

  @Override
  public List<Schedule> schedules() {
    return List.of(new Schedule("chat", "0 * * * *"));
  }

  @Override
  public void run(Schedule schedule) throws ControlRefusal {
    if (!schedule.worker().equals("chat")) {
      throw ControlRefusal.noSuchWorker(schedule.worker());
    }
    actions.add("run " + schedule.cron());
  }

  @Override
  public StateControl state() {
    return new FakeState();
  }

  @Override
  public TimeControl time() {
    return time;
  }

  @Override
  public Subscription subscribe(Consumer<ControlEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Notes what is asked. */
  private final class FakeState implements StateControl {
    @Override
    public Imported importObjects(BufferedReader export, ImportQuery query) throws ControlRefusal {
      var lines = export.lines().toList();
      if (query.as().map(ClassAddress::className).equals(Optional.of("Nowhere"))) {
        throw new ControlRefusal(ControlRefusal.Kind.CONFLICT, "not-imported", "There is none.");
      }
      actions.add("import " + lines + " " + query);
      return new Imported(lines.size(), 2, 3, 4);
    }

    @Override
    public Backup reset(List<ClassObjects> objects) {
      actions.add("reset " + objects);
      return new Backup(objects.size(), Path.of("backup"));
    }

    @Override
    public SqlRows sql(ObjectAddress object, String sql) {
      actions.add("sql " + object.id() + " " + sql);
      return new SqlRows(List.of("a"), List.of(List.of(new JsonPrimitive(1))));
    }
  }

  /** A clock that notes what is done to it. */
  private static final class FakeTime implements TimeControl {
    private long millis = 1_767_323_000_000L;
    private boolean frozen;

    @Override
    public ClockFacts clock() {
      return new ClockFacts(millis, frozen);
    }

    @Override
    public void freeze() {
      frozen = true;
    }

    @Override
    public void resume() {
      frozen = false;
    }

    @Override
    public void step(long by) {
      millis += by;
    }

    @Override
    public void jump() throws ControlRefusal {
      throw new ControlRefusal(ControlRefusal.Kind.CONFLICT, "no-alarm", "No alarm waits.");
    }

    @Override
    public List<DueAlarm> alarms() {
      return List.of(
          new DueAlarm(
              "chat",
              "ChatRoom",
              LOBBY,
              Optional.of("lobby"),
              1_767_323_045_000L,
              1_767_323_047_000L,
              1,
              false));
    }
  }
}
