package dev.durascope.runtime.script;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * Where in the user's files that was begun which is under way in an isolate: timers, fetches,
 * calls, sockets. It is what answers the question why an object cannot hibernate.
 *
 * <p>To find the place costs a walk over the stack, so nothing is noted before somebody asks for it
 * by {@link #trace}: a debugger does, before the isolate's first line runs. Usable on any thread.
 */
public final class Beginnings {
  /** A line of the user's, counted from 1. */
  public record Place(Path file, int line, int column) {}

  private final Map<Object, Place> places = Collections.synchronizedMap(new WeakHashMap<>());
  private volatile Supplier<Optional<Place>> tracer = Optional::empty;

  Beginnings() {}

  /**
   * Notes places from now on.
   *
   * @param caller finds the innermost line of the user's that is running; called on the isolate's
   *     thread, within a call from JavaScript
   */
  public void trace(Supplier<Optional<Place>> caller) {
    tracer = caller;
  }

  /** Notes that {@code begun} begins here. On the isolate's thread. */
  public void note(Object begun) {
    tracer.get().ifPresent(place -> places.put(begun, place));
  }

  /** Notes that {@code next} goes on with what {@code begun} was. */
  public void follow(Object begun, Object next) {
    of(begun).ifPresent(place -> places.put(next, place));
  }

  /** Where {@code begun} began, if that was noted. */
  public Optional<Place> of(Object begun) {
    return Optional.ofNullable(places.get(begun));
  }
}
