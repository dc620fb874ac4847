package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.script.Isolate;
import org.graalvm.polyglot.Value;

/**
 * Told of {@linkplain Moment moments}, on the isolate's thread, which waits for as long as a call
 * takes.
 */
public interface MomentHook {
  /** The user's code is about to be called; {@link #left} follows when the call has returned. */
  void entering(Isolate isolate, Moment moment);

  /** The call has returned, be it with a promise. */
  void left(Isolate isolate);

  /** Whether to be told when an object leaves the memory. Any thread. */
  boolean minds(DurableObject leaving);

  /** The object is about to leave the memory; {@code instance} is dropped with it. */
  void leaving(Isolate isolate, DurableObject object, Value instance);
}
