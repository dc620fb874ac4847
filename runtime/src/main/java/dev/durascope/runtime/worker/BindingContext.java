package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.MessageBridge;
import dev.durascope.runtime.api.Outbox;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.time.Clock;
import dev.durascope.runtime.wire.js.StructuredClone;
import java.util.concurrent.CompletableFuture;

/**
 * The isolate that a binding's functions run in.
 *
 * <p>What a binding sends leaves through {@link #outbox}, so that a Durable Object's output gate
 * can hold it until earlier writes are durable; what comes back is a turn of its own: {@link
 * #answer}.
 */
public interface BindingContext {
  /** The isolate. */
  Isolate isolate();

  /** The time. */
  Clock clock();

  /** The way out. */
  Outbox outbox();

  /** Requests and responses; once the worker is being loaded. */
  MessageBridge bridge();

  /** Values to bytes and back; once the worker is being loaded. */
  StructuredClone structuredClone();

  /** An argument in V8's format; fails with a DataCloneError. */
  byte[] serialize(HostGroup.Arguments arguments, int index);

  /** Says something about the user's code, as a line of the console. */
  void log(String level, String text);

  /**
   * Brings an outcome to JavaScript, as a turn of its own: {@code done(result)}, the argument at
   * {@code index}, or {@code failed(name, message)}, the one after it. In the prelude {@code
   * binding/calls.js} is the other half.
   *
   * <p>A result is an {@code Object[]}, whose elements become so many arguments, or one of: null, a
   * response, a string, a number, a boolean, bytes (a {@code byte[]}, which arrives as an
   * ArrayBuffer of its own), or an opaque handle. A failure is a {@code ScriptError}; any other is
   * a defect, and arrives as an internal error.
   */
  void answer(CompletableFuture<?> outcome, HostGroup.Arguments arguments, int index);
}
