package dev.durascope.debugadapter.core;

import java.util.Optional;

/**
 * What a data breakpoint watches: stored data of certain objects. Its text can be kept from one
 * session to the next: {@code storage.get("count") of ChatRoom "lobby"}.
 *
 * @param data what of their storage
 * @param objects whose storage
 */
public record WatchedData(StoredData data, ObjectFilter objects) {

  private static final String OF = " of ";

  /** Reads the form that {@code toString} writes; without {@code of …}, that of all objects. */
  public static Optional<WatchedData> parse(String text) {
    for (int of = text.lastIndexOf(OF); of >= 0; of = text.lastIndexOf(OF, of - 1)) {
      var data = StoredData.parse(text.substring(0, of));
      var objects = ObjectFilter.parse(text.substring(of + OF.length()));
      if (data.isPresent() && objects.isPresent()) {
        return Optional.of(new WatchedData(data.get(), objects.get()));
      }
    }
    return StoredData.parse(text).map(data -> new WatchedData(data, ObjectFilter.ALL));
  }

  @Override
  public String toString() {
    return objects.toString().isEmpty() ? data.toString() : data + OF + objects;
  }
}
