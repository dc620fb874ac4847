package dev.durascope.runtime.storage;

import dev.durascope.runtime.storage.StorageInspector.Page;
import java.util.List;

/** The common part of all pages: how large one may be, and how to see that there is another. */
public final class Paging {

  private Paging() {}

  /** Refuses a page that would be empty or too long. */
  public static void checkLimit(int limit) {
    if (limit < 1 || limit > StorageInspector.MAX_PAGE) {
      throw new IllegalArgumentException(
          "limit must be from 1 to " + StorageInspector.MAX_PAGE + ", but is " + limit);
    }
  }

  /** Makes a page of at most {@code limit} entries from a list that may hold one more. */
  public static Page<StoredEntry> page(List<StoredEntry> entries, int limit) {
    return entries.size() <= limit
        ? new Page<>(entries, null)
        : new Page<>(entries.subList(0, limit), entries.get(limit).key());
  }
}
