package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.OpenConnections;
import dev.durascope.runtime.time.Clock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Closes what requests have left open. In production that happens when a request's context ends;
 * here requests share an isolate and it is not known which one holds what, so it waits until none
 * has been in progress for a while. On the isolate's thread only.
 */
final class LeaseWatch {
  /** How long no request must have been in progress, in milliseconds. */
  static final long QUIET_MILLIS = 5_000;

  private final WorkerIsolate worker;
  private final OpenConnections connections;
  private final Clock clock;
  private final BooleanSupplier isQuiet;
  private Clock.@Nullable Timer timer;

  /**
   * @param isQuiet whether no request is in progress, and nothing under way that one has begun,
   *     other than those connections
   */
  LeaseWatch(
      WorkerIsolate worker, OpenConnections connections, Clock clock, BooleanSupplier isQuiet) {
    this.worker = worker;
    this.connections = connections;
    this.clock = clock;
    this.isQuiet = isQuiet;
  }

  /** A turn is over. */
  void turnEnded(boolean requestsInProgress) {
    if (requestsInProgress || nothingIsOpen()) {
      if (timer != null) {
        timer.cancel();
        timer = null;
      }
    } else if (timer == null) {
      timer =
          clock.schedule(clock.millis() + QUIET_MILLIS, () -> worker.isolate().post(this::look));
    }
  }

  private boolean nothingIsOpen() {
    return worker.rpc().leases().isEmpty() && connections.count() == 0;
  }

  private void look() {
    if (timer != null) {
      timer = null;
      if (isQuiet.getAsBoolean()) {
        worker.rpc().leases().closeAll();
        connections.closeAll();
      }
    }
  }
}
