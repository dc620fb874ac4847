package dev.durascope.runtime.state;

import org.jspecify.annotations.Nullable;

/**
 * One object.
 *
 * @param id 64 hex digits
 * @param name as it was given; null if the id was
 */
public record StateObject(StateClass type, String id, @Nullable String name) {

  /** For messages: {@code ChatRoom "lobby"}. */
  @Override
  public String toString() {
    return type.className() + " " + (name == null ? id : "\"" + name + "\"");
  }
}
