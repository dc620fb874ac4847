package dev.durascope.runtime.storage;

import org.jspecify.annotations.Nullable;

/**
 * Which keys to list, and how: the options of {@code storage.list()}.
 *
 * <p>All bounds hold together. {@code order} turns the sequence round and, with {@code limit},
 * decides which entries are left out; {@code start} stays the lower and {@code end} the upper
 * bound.
 *
 * @param start the first key that may be listed
 * @param startAfter the key after which the list begins; not together with {@code start}
 * @param end the first key that may not be listed
 * @param prefix what the keys must begin with
 * @param order upwards or downwards
 * @param limit how many entries at most, at least 1
 */
public record ListOptions(
    @Nullable String start,
    @Nullable String startAfter,
    @Nullable String end,
    @Nullable String prefix,
    Order order,
    int limit) {

  /** The direction of a list. */
  public enum Order {
    /** In the order of the keys' UTF-8 bytes. */
    FORWARD,
    /** In the opposite order. */
    REVERSE
  }

  /** No bound on the number of entries. */
  public static final int NO_LIMIT = Integer.MAX_VALUE;

  /** Everything, upwards. */
  public static final ListOptions ALL =
      new ListOptions(null, null, null, null, Order.FORWARD, NO_LIMIT);

  public ListOptions {
    if (start != null && startAfter != null) {
      throw new IllegalArgumentException(
          "list() cannot be called with both start and startAfter values.");
    }
    if (limit <= 0) {
      throw new IllegalArgumentException("List limit must be positive.");
    }
  }

  /** Returns these options with a first key. */
  public ListOptions startingAt(String key) {
    return new ListOptions(key, startAfter, end, prefix, order, limit);
  }

  /** Returns these options with a key to begin after. */
  public ListOptions startingAfter(String key) {
    return new ListOptions(start, key, end, prefix, order, limit);
  }

  /** Returns these options with a first key to leave out. */
  public ListOptions endingBefore(String key) {
    return new ListOptions(start, startAfter, key, prefix, order, limit);
  }

  /** Returns these options with a prefix. */
  public ListOptions withPrefix(String text) {
    return new ListOptions(start, startAfter, end, text, order, limit);
  }

  /** Returns these options downwards. */
  public ListOptions reversed() {
    return new ListOptions(start, startAfter, end, prefix, Order.REVERSE, limit);
  }

  /** Returns these options with a limit. */
  public ListOptions limitedTo(int entries) {
    return new ListOptions(start, startAfter, end, prefix, order, entries);
  }
}
