package dev.durascope.runtime.durable;

import org.jspecify.annotations.Nullable;

/**
 * The identity of one Durable Object: 32 bytes, written as 64 lower-case hex digits, and the name
 * it was made from where that is known.
 *
 * <p>The name is a label: two ids are equal when their digits are, as with {@code equals()} in
 * JavaScript. Only {@link DurableObjectIds} makes ids, since only a namespace can tell a valid one.
 *
 * @param hex 64 lower-case hex digits
 * @param name the name given to {@code idFromName}; null for unique ids and for ids read from text
 */
public record DurableObjectId(String hex, @Nullable String name) {

  private static final int DIGITS = 64;

  public DurableObjectId {
    if (!isId(hex)) {
      throw new IllegalArgumentException("not 64 lower-case hex digits: " + hex);
    }
  }

  private static boolean isId(String text) {
    if (text.length() != DIGITS) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      char digit = text.charAt(i);
      if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** Returns this id with a name that became known otherwise, say from the object's storage. */
  public DurableObjectId named(String knownName) {
    return new DurableObjectId(hex, knownName);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DurableObjectId id && hex.equals(id.hex);
  }

  @Override
  public int hashCode() {
    return hex.hashCode();
  }

  /** Returns the 64 digits, as {@code id.toString()} does in JavaScript. */
  @Override
  public String toString() {
    return hex;
  }
}
