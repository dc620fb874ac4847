package dev.durascope.runtime.api;

import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.time.Clock;

/**
 * What one Durable Object, or the stateless Worker, has to do with the world outside of its
 * isolate: the way out, and what is open and under way. Where several objects share an isolate,
 * each has its own; what JavaScript begins is noted in that of the object whose turn it is.
 */
public record IoContext(
    Outbox outbox,
    OpenSockets sockets,
    PendingFetches fetches,
    OpenConnections connections,
    OpenBodies bodies) {
  /** One of which nothing is under way. */
  public static IoContext of(Outbox outbox, Clock clock) {
    return new IoContext(
        outbox,
        new OpenSockets(),
        new PendingFetches(clock),
        new OpenConnections(),
        new OpenBodies());
  }

  /** Its owner has ended: all of it is broken off; on the isolate's thread. */
  public void end(Throwable reason) {
    fetches.cancelAll();
    connections.closeAll();
    sockets.closeAll(1006, SocketEnd.DISCONNECTED);
    bodies.breakOff(reason);
  }
}
