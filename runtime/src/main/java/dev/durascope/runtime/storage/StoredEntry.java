package dev.durascope.runtime.storage;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key with its value; equal to another by the bytes of the value.
 *
 * @param key the key
 * @param value the serialized value, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are large and handed over, not shared
public record StoredEntry(String key, byte[] value) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredEntry(var otherKey, var otherValue)
        && key.equals(otherKey)
        && Arrays.equals(value, otherValue);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, Arrays.hashCode(value));
  }

  @Override
  public String toString() {
    return "StoredEntry[key=" + key + ", " + value.length + " bytes]";
  }
}
