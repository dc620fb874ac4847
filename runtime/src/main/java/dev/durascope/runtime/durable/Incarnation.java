package dev.durascope.runtime.durable;

import dev.durascope.runtime.message.ScriptFailure;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One life of an object in memory: an isolate, and in it the instance that its class's constructor
 * made. It takes events from its object's inbox, {@link DurableObject#next}, one a turn.
 *
 * <p>When it has ended, for whatever reason, it calls {@link DurableObject#ended}. Methods may be
 * called on any thread and do not wait.
 */
public interface Incarnation {
  /** Says that the inbox has an event. */
  void wake();

  /**
   * Ends it if nothing keeps it in memory.
   *
   * @return what does, in words for the user; empty if it has ended
   */
  CompletableFuture<List<String>> hibernate();

  /**
   * Ends it now for a reason from outside: running code is stopped and events in progress fail with
   * {@code reason}. Hibernatable sockets stay open.
   */
  void abort(ScriptFailure reason);

  /** Ends it now as the object's own {@code ctx.abort()} does; hibernatable sockets break. */
  void reset(ScriptFailure reason);

  /** Whether it is handling an event, or building the instance. */
  boolean isBusy();

  /** Whether a debugger holds it. */
  boolean isPaused();

  /** How many sockets it has taken with {@code accept()}; they end with it. */
  int regularSockets();
}
