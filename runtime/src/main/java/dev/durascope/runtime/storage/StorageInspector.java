package dev.durascope.runtime.storage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A look from outside at what the objects of a class have stored, without waking or disturbing one.
 *
 * <p>Sees committed data only. Reading never waits for a running object and never makes it wait. An
 * edit waits for the object's pending transaction for a short while, then fails with {@link
 * StorageException.Kind#BUSY}: an object paused in the middle of its writes keeps them whole.
 *
 * <p>Usable on any thread but an object's own.
 */
public interface StorageInspector {

  /**
   * A stored object.
   *
   * @param id the 64 hex digits
   * @param name its name where it is known
   * @param alarm its alarm, in milliseconds since 1970
   * @param bytes what it takes on disk (or in memory)
   */
  record StoredObject(String id, @Nullable String name, OptionalLong alarm, long bytes) {}

  /**
   * Some of a list, and where it goes on.
   *
   * @param items the items
   * @param next what to pass as {@code start} for the next page, or null at the end
   */
  record Page<T>(List<T> items, @Nullable String next) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /**
   * Which keys to show.
   *
   * @param prefix what the keys must begin with; empty for all
   * @param start the first key, or null for the beginning; the {@code next} of a former page
   * @param limit how many at most, 1 to {@link #MAX_PAGE}
   */
  record KeyQuery(String prefix, @Nullable String start, int limit) {
    public KeyQuery {
      Paging.checkLimit(limit);
    }

    /**
     * The same as options of a list, with one entry more: it shows whether there is a next page.
     */
    public ListOptions options() {
      ListOptions bounded = ListOptions.ALL.withPrefix(prefix).limitedTo(limit + 1);
      return start == null ? bounded : bounded.startingAt(start);
    }
  }

  /** How many items a page may hold. */
  int MAX_PAGE = 1_000;

  /**
   * Lists the objects that have something stored, ordered by id.
   *
   * @param start the first id, or null for the beginning; the {@code next} of a former page
   * @param limit how many at most, 1 to {@link #MAX_PAGE}
   */
  Page<StoredObject> objects(@Nullable String start, int limit);

  /** Returns what is known of one object, or nothing if it has stored nothing. */
  Optional<StoredObject> object(String objectId);

  /** Lists an object's entries, ordered by key; nothing for an object that has stored nothing. */
  Page<StoredEntry> entries(String objectId, KeyQuery query);

  /** Returns the value of one key. */
  Optional<byte[]> read(String objectId, String key);

  /** Stores a value for an object, which need not have stored anything before. */
  void write(String objectId, String key, byte[] value);

  /** Removes a key and returns whether it was there. */
  boolean delete(String objectId, String key);
}
