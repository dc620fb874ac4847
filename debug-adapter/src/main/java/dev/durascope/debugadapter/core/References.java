package dev.durascope.debugadapter.core;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The numbers under which a client can ask again for frames and for the parts of values. They are
 * valid during the pause in which they were given out, and no number is ever used twice.
 */
final class References {

  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, Held<Container>> containers = new ConcurrentHashMap<>();
  private final Map<Integer, Held<Frame>> frames = new ConcurrentHashMap<>();

  /** What a number stands for, and the pause it is valid in. */
  record Held<T>(Pause pause, T value) {}

  int hold(Pause pause, Container container) {
    int number = last.incrementAndGet();
    containers.put(number, new Held<>(pause, container));
    return number;
  }

  int hold(Pause pause, Frame frame) {
    int number = last.incrementAndGet();
    frames.put(number, new Held<>(pause, frame));
    return number;
  }

  Optional<Held<Container>> container(int number) {
    return Optional.ofNullable(containers.get(number));
  }

  Optional<Held<Frame>> frame(int number) {
    return Optional.ofNullable(frames.get(number));
  }

  @SuppressWarnings("ReferenceEquality") // A pause is itself and equal to no other.
  void release(Pause pause) {
    containers.values().removeIf(held -> held.pause() == pause);
    frames.values().removeIf(held -> held.pause() == pause);
  }
}
