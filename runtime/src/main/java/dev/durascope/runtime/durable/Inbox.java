package dev.durascope.runtime.durable;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.ScriptFailure;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * The events that wait for an object, in the order of arrival.
 *
 * <p>An object that cannot keep up refuses requests and calls rather than let them pile up, in
 * production's words
 * (https://developers.cloudflare.com/durable-objects/observability/troubleshooting/). How much that
 * takes is not published; it is more here than a burst of a test brings. Guarded by its object.
 */
final class Inbox {
  /** How many events may wait. */
  static final int MAX_EVENTS = 10_000;

  /** How much the bodies and arguments of those that wait may have together, in bytes. */
  static final long MAX_BYTES = 128L * 1024 * 1024;

  private final Queue<Event> events = new ArrayDeque<>();
  private long bytes;

  /** Adds an event. If it is refused, says why. */
  Optional<ScriptFailure> add(Event event) {
    var size = sizeOf(event);
    if (mayBeRefused(event)) {
      if (events.size() >= MAX_EVENTS) {
        return overloaded("Too many requests queued.");
      }
      if (bytes + size > MAX_BYTES && !events.isEmpty()) {
        return overloaded("Too much data queued.");
      }
    }
    events.add(event);
    bytes += size;
    return Optional.empty();
  }

  private static Optional<ScriptFailure> overloaded(String why) {
    return Optional.of(
        ScriptFailure.error("Durable Object is overloaded. " + why).local().overloaded());
  }

  /** Takes the next event. */
  Optional<Event> next() {
    var event = Optional.ofNullable(events.poll());
    event.ifPresent(taken -> bytes -= sizeOf(taken));
    return event;
  }

  /** Takes all. */
  List<Event> takeAll() {
    var all = List.copyOf(events);
    events.clear();
    bytes = 0;
    return all;
  }

  /** All, which stay. */
  List<Event> all() {
    return List.copyOf(events);
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  /** What nobody would send again is never refused. */
  private static boolean mayBeRefused(Event event) {
    return switch (event) {
      case Event.Fetch _, Event.Call _ -> true;
      case Event.Alarm _,
          Event.AbandonedAlarm _,
          Event.SocketMessage _,
          Event.SocketClose _,
          Event.SocketError _ ->
          false;
    };
  }

  private static long sizeOf(Event event) {
    return switch (event) {
      case Event.Fetch fetch ->
          fetch.request().body() instanceof Body.Bytes body ? body.bytes().length : 0;
      case Event.Call call -> {
        var arguments = call.call().arguments();
        yield arguments == null ? 0 : arguments.bytes().length;
      }
      case Event.Alarm _,
          Event.AbandonedAlarm _,
          Event.SocketMessage _,
          Event.SocketClose _,
          Event.SocketError _ ->
          0;
    };
  }
}
