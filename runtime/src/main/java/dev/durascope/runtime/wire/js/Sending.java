package dev.durascope.runtime.wire.js;

import org.graalvm.polyglot.Value;

/** Takes what a message refers to and the bytes cannot hold. */
@FunctionalInterface
public interface Sending {
  /**
   * Takes a function or an instance of a class along.
   *
   * @return its number among what travels beside the bytes; throws in JavaScript if it cannot be
   *     sent
   */
  int send(Value value);
}
