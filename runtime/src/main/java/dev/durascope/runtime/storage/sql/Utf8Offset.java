package dev.durascope.runtime.storage.sql;

import java.nio.charset.StandardCharsets;

/** SQLite counts bytes. */
public final class Utf8Offset {
  private Utf8Offset() {}

  /** The offset in bytes of a character that is at {@code index} in UTF-16 units. */
  public static int of(String text, int index) {
    return text.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
  }
}
