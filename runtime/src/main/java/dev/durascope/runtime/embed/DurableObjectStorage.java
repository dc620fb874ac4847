package dev.durascope.runtime.embed;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.project.Project;
import dev.durascope.runtime.storage.ListOptions;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.StoredEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an object stores, from outside: read and written whether the object is in memory or not, and
 * without bringing it there. Each method is a transaction of its own; an object that is in the
 * midst of one is waited for. Values are those of {@link JavaValues}.
 */
public final class DurableObjectStorage {
  private final Project project;
  private final DurableObject object;
  private final Answers answers;

  DurableObjectStorage(Project project, DurableObject object, Answers answers) {
    this.project = project;
    this.object = object;
    this.answers = answers;
  }

  /** The value of a key, null if there is none, or if it is {@code null}. */
  public @Nullable Object get(String key) {
    return visit(store -> store.get(key))
        .<@Nullable Object>map(JavaValues::deserialize)
        .orElse(null);
  }

  /** Stores a value. */
  public void put(String key, @Nullable Object value) {
    var bytes = JavaValues.serialize(value);
    visit(
        store -> {
          store.put(key, bytes);
          return true;
        });
  }

  /** Removes a key and returns whether it was there. */
  public boolean delete(String key) {
    return visit(store -> store.delete(key));
  }

  /** All keys with their values, in the order of the keys' UTF-8 bytes. */
  public SequencedMap<String, @Nullable Object> list() {
    return list("");
  }

  /** The keys that begin with {@code prefix}, with their values. */
  public SequencedMap<String, @Nullable Object> list(String prefix) {
    var entries = visit(store -> store.list(ListOptions.ALL.withPrefix(prefix)));
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (StoredEntry entry : entries) {
      values.put(entry.key(), JavaValues.deserialize(entry.value()));
    }
    return values;
  }

  /**
   * Runs SQL, as {@code storage.sql.exec()} does.
   *
   * @param parameters null, numbers, strings, byte[]
   * @return the rows of the last statement, by the names of their columns: null, Double, String or
   *     byte[]
   * @throws dev.durascope.runtime.storage.SqlException in the platform's words
   */
  public List<Map<String, @Nullable Object>> sql(String text, @Nullable Object... parameters) {
    var values = new ArrayList<@Nullable Object>();
    for (var parameter : parameters) {
      values.add(parameter instanceof Number number ? (Double) number.doubleValue() : parameter);
    }
    return visit(
        store -> {
          var cursor = store.sql().execute(text, values);
          var rows = new ArrayList<Map<String, @Nullable Object>>();
          for (var row = cursor.next(); row != null; row = cursor.next()) {
            var columns = new LinkedHashMap<String, @Nullable Object>();
            for (var i = 0; i < row.length; i++) {
              columns.put(cursor.columns().get(i), row[i]);
            }
            rows.add(columns);
          }
          return rows;
        });
  }

  /** When the alarm is due. */
  public Optional<Instant> alarm() {
    var alarm = visit(ObjectStore::alarm);
    return alarm.isPresent()
        ? Optional.of(Instant.ofEpochMilli(alarm.getAsLong()))
        : Optional.empty();
  }

  /** Sets the alarm, in place of any former one. */
  public void setAlarm(Instant time) {
    visit(
        store -> {
          store.setAlarm(time.toEpochMilli());
          return true;
        });
  }

  /** Removes the alarm, if there is one. */
  public void deleteAlarm() {
    visit(
        store -> {
          store.deleteAlarm();
          return true;
        });
  }

  private <T> T visit(Function<ObjectStore, T> action) {
    return answers.await(project.visit(object, action));
  }
}
