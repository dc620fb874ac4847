package dev.durascope.runtime.storage.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.durascope.runtime.storage.Confirmation;
import dev.durascope.runtime.storage.DeleteAllScope;
import dev.durascope.runtime.storage.KeyRange;
import dev.durascope.runtime.storage.ListOptions;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.Savepoint;
import dev.durascope.runtime.storage.ScheduledAlarm;
import dev.durascope.runtime.storage.SqlSession;
import dev.durascope.runtime.storage.StoredEntry;
import dev.durascope.runtime.text.Utf8;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An object's storage in a Redis server. Writes are kept here until the commit, which sends them
 * all at once; a read sees them before what the server has.
 */
final class RedisObjectStore implements ObjectStore {
  private final RedisServer server;
  private final RedisObject object;
  private final RedisEntries stored;
  private final RedisAlarmIndex alarms;
  private final Settling settling;
  private final Confirmation confirmation = new Confirmation();
  private final PendingWrites writes = new PendingWrites();
  private final Deque<Open> savepoints = new ArrayDeque<>();
  private boolean pending;
  private boolean closed;

  /** The alarm as last committed, remembered when a pending write may have changed it. */
  private @Nullable OptionalLong committedAlarm;

  RedisObjectStore(
      RedisServer server, RedisObject object, RedisAlarmIndex alarms, Settling settling) {
    this.server = server;
    this.object = object;
    this.stored = new RedisEntries(server, object);
    this.alarms = alarms;
    this.settling = settling;
  }

  @Override
  public Optional<byte[]> get(String key) {
    requireOpen();
    var encoded = Utf8.encode(key);
    var written = writes.entries().get(encoded);
    if (written != null) {
      return written;
    }
    return writes.isCleared() ? Optional.empty() : stored.get(encoded);
  }

  @Override
  public List<StoredEntry> getAll(List<String> keys) {
    requireOpen();
    var asked = new ArrayList<byte[]>();
    NavigableMap<byte[], byte[]> found = new TreeMap<>(Arrays::compareUnsigned);
    for (var key : keys) {
      var encoded = Utf8.encode(key);
      var written = writes.entries().get(encoded);
      if (written != null) {
        written.ifPresent(value -> found.put(encoded, value));
      } else if (!writes.isCleared()) {
        asked.add(encoded);
      }
    }
    found.putAll(stored.values(asked));
    return decoded(found);
  }

  @Override
  public List<StoredEntry> list(ListOptions options) {
    requireOpen();
    var range = KeyRange.of(options);
    return range.isEmpty() ? List.of() : list(range.get(), options);
  }

  @Override
  public List<String> tables() {
    return List.of();
  }

  private List<StoredEntry> list(KeyRange range, ListOptions options) {
    NavigableMap<byte[], Optional<byte[]>> written = writes.entries().tailMap(range.begin(), true);
    var end = range.end();
    if (end != null) {
      written = written.headMap(end, false);
    }
    var keys = new ArrayList<byte[]>();
    if (!writes.isCleared()) {
      // Those that are to go take up places, and leave them to the ones behind.
      var places = (int) Math.min(Integer.MAX_VALUE, (long) options.limit() + written.size());
      for (var key : stored.keys(range, options.order(), places)) {
        if (!written.containsKey(key)) {
          keys.add(key);
        }
      }
    }
    written.forEach(
        (key, value) -> {
          if (value.isPresent()) {
            keys.add(key);
          }
        });
    keys.sort(
        switch (options.order()) {
          case FORWARD -> Arrays::compareUnsigned;
          case REVERSE -> (a, b) -> Arrays.compareUnsigned(b, a);
        });
    var listed = keys.subList(0, Math.min(keys.size(), options.limit()));
    var values =
        stored.values(listed.stream().filter(key -> !writes.entries().containsKey(key)).toList());
    var entries = new ArrayList<StoredEntry>();
    for (var key : listed) {
      var own = writes.entries().get(key);
      var value = own == null ? values.get(key) : own.orElse(null);
      if (value != null) {
        entries.add(new StoredEntry(Utf8.decode(key), value));
      }
    }
    return entries;
  }

  private static List<StoredEntry> decoded(NavigableMap<byte[], byte[]> entries) {
    return entries.entrySet().stream()
        .map(entry -> new StoredEntry(Utf8.decode(entry.getKey()), entry.getValue()))
        .toList();
  }

  @Override
  public void put(String key, byte[] value) {
    begin();
    writes.set(Utf8.encode(key), Optional.of(value));
  }

  @Override
  public boolean delete(String key) {
    requireOpen();
    var encoded = Utf8.encode(key);
    var written = writes.entries().get(encoded);
    var existed =
        written == null ? !writes.isCleared() && stored.has(encoded) : written.isPresent();
    if (existed) {
      begin();
      writes.set(encoded, Optional.empty());
    }
    return existed;
  }

  @Override
  public int deleteAll(DeleteAllScope scope) {
    requireOpen();
    if (!savepoints.isEmpty()) {
      throw new IllegalStateException("Cannot call deleteAll() within a transaction");
    }
    var count = count();
    if (count > 0) {
      begin();
      writes.clear();
    }
    if (scope == DeleteAllScope.CONTENT_AND_ALARM) {
      deleteAlarm();
    }
    return count;
  }

  @Override
  public int count() {
    var count = writes.isCleared() ? 0 : stored.count();
    for (var entry : writes.entries().entrySet()) {
      var isStored = !writes.isCleared() && stored.has(entry.getKey());
      count += (entry.getValue().isPresent() ? 1 : 0) - (isStored ? 1 : 0);
    }
    return Math.toIntExact(count);
  }

  @Override
  public OptionalLong alarm() {
    requireOpen();
    var written = writes.alarm();
    return written == null ? storedAlarm() : written;
  }

  private OptionalLong storedAlarm() {
    var text =
        server
            .read("read the alarm", client -> client.hmget(object.about(), RedisKeys.ALARM))
            .getFirst();
    return text == null
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(new String(text, UTF_8)));
  }

  @Override
  public void setAlarm(long epochMillis) {
    changeAlarm(OptionalLong.of(Math.min(epochMillis, ScheduledAlarm.MAX_MILLIS)));
  }

  @Override
  public void deleteAlarm() {
    changeAlarm(OptionalLong.empty());
  }

  private void changeAlarm(OptionalLong alarm) {
    var former = alarm();
    if (former.equals(alarm)) {
      return;
    }
    if (committedAlarm == null) {
      committedAlarm = former;
    }
    begin();
    writes.setAlarm(alarm);
  }

  @Override
  public SqlSession sql() {
    throw new UnsupportedOperationException("There is no SQL in a Redis server.");
  }

  private void begin() {
    requireOpen();
    confirmation.writing();
    if (!pending) {
      settling.begin();
      pending = true;
    }
  }

  @Override
  public boolean hasPendingWrites() {
    return pending;
  }

  @Override
  public boolean needsConfirmation() {
    return confirmation.isNeeded() && hasPendingWrites();
  }

  @Override
  public <T> T unconfirmed(Supplier<T> writes) {
    return confirmation.unconfirmed(writes);
  }

  @Override
  public boolean hasOpenSavepoint() {
    return !savepoints.isEmpty();
  }

  @Override
  public void commit() {
    if (!pending || !savepoints.isEmpty()) {
      return;
    }
    var before = committedAlarm;
    var after = before == null ? OptionalLong.empty() : alarm();
    var leaves = writes.isCleared() && writes.entries().isEmpty() && alarm().isEmpty();
    try {
      server.write(
          "commit",
          transaction -> {
            if (writes.isCleared()) {
              object.clear(transaction);
            }
            writes.entries().forEach((key, value) -> object.set(transaction, key, value));
            if (leaves) {
              object.leave(transaction);
            } else {
              object.enter(transaction);
            }
            var alarm = writes.alarm();
            if (alarm != null) {
              object.setAlarm(transaction, alarm);
            }
          });
    } finally {
      settle();
    }
    if (before != null && !before.equals(after)) {
      alarms.changed();
    }
  }

  @Override
  public void rollback() {
    savepoints.forEach(savepoint -> savepoint.ended = true);
    savepoints.clear();
    settle();
  }

  private void settle() {
    writes.forget();
    confirmation.over();
    committedAlarm = null;
    if (pending) {
      pending = false;
      settling.end();
    }
  }

  @Override
  public Savepoint savepoint() {
    requireOpen();
    var savepoint = new Open(writes.mark());
    savepoints.push(savepoint);
    return savepoint;
  }

  @Override
  public void close() {
    if (!closed) {
      rollback();
      closed = true;
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the storage of object " + object.id() + " is closed");
    }
  }

  /** A savepoint that has not ended. */
  private final class Open implements Savepoint {
    private final int mark;
    private boolean ended;

    Open(int mark) {
      this.mark = mark;
    }

    @Override
    public void release() {
      end();
    }

    @Override
    public void rollback() {
      end();
      writes.undoTo(mark);
    }

    @Override
    public boolean isEnded() {
      return ended;
    }

    private void end() {
      if (savepoints.peek() != this) {
        throw new IllegalStateException(
            ended ? "this transaction has already ended" : "an inner transaction is still open");
      }
      savepoints.pop();
      ended = true;
    }
  }
}
