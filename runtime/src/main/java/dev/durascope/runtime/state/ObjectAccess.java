package dev.durascope.runtime.state;

import dev.durascope.runtime.wire.WireValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way to objects and their keys: to files that nobody uses, or to the process that runs the
 * project. A file that a process may write to is never written to beside it.
 */
public sealed interface ObjectAccess permits FileAccess, RunningAccess {

  /** Gives the objects of a class, ordered by id. */
  void objects(StateClass type, Consumer<ObjectRow> action) throws StateException;

  /** The ids of all objects of a class. */
  default List<String> ids(StateClass type) throws StateException {
    var ids = new ArrayList<String>();
    objects(type, row -> ids.add(row.id()));
    return ids;
  }

  /** Whether there is such an object, in memory or stored. */
  boolean exists(StateObject object) throws StateException;

  /**
   * A stored key in a list.
   *
   * @param type the value's JavaScript type, as {@code string}, {@code Map}
   * @param preview the value in a short line
   * @param bytes of the serialized value
   */
  record Key(String key, String type, String preview, long bytes) {}

  /**
   * Some keys.
   *
   * @param next the first key of the next page, or null at the end
   */
  record Keys(List<Key> keys, @Nullable String next) {
    public Keys {
      keys = List.copyOf(keys);
    }
  }

  /**
   * Which keys.
   *
   * @param prefix what they begin with, often empty
   * @param start the first key, or null for the beginning
   * @param limit how many at most
   */
  record KeyQuery(String prefix, @Nullable String start, int limit) {}

  /** One page of an object's keys, in the order of their UTF-8 bytes. */
  Keys keys(StateObject object, KeyQuery query) throws StateException;

  /** The value of a key. */
  Optional<WireValue> read(StateObject object, String key) throws StateException;

  /** Stores a value; the object need not exist. */
  void write(StateObject object, String key, WireValue value) throws StateException;

  /** Removes a key; false if there was none. */
  boolean delete(StateObject object, String key) throws StateException;
}
