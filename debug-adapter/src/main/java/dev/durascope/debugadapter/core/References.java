package dev.durascope.debugadapter.core;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The numbers under which a client can ask again for frames and for the parts of values. Most are
 * valid during the pause in which they were given out; those of values that the user has on the
 * console, until their isolate ends or too many newer ones have come. No number is ever used twice.
 */
final class References {

  /** How many values on the console can be opened. */
  private static final int MAX_LASTING = 10_000;

  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, Held> containers = new ConcurrentHashMap<>();
  private final Map<Integer, HeldFrame> frames = new ConcurrentHashMap<>();

  /** The numbers that outlast a pause, the oldest first. */
  private final Queue<Integer> lasting = new ConcurrentLinkedQueue<>();

  /** How many of them there are; they keep what they stand for in memory. */
  private final AtomicInteger lastingCount = new AtomicInteger();

  /** What can be opened, and the way to the thread on which it may be. */
  record Held(ThreadAccess access, Container container) {}

  /** A frame, and the pause it is valid in. */
  record HeldFrame(Pause pause, Frame frame) {}

  int hold(ThreadAccess access, Container container) {
    int number = last.incrementAndGet();
    containers.put(number, new Held(access, container));
    if (access instanceof IsolateAccess) {
      lasting.add(number);
      if (lastingCount.incrementAndGet() > MAX_LASTING) {
        forgetOldest();
      }
    }
    return number;
  }

  private void forgetOldest() {
    var oldest = lasting.poll();
    if (oldest != null) {
      lastingCount.decrementAndGet();
      containers.remove(oldest);
    }
  }

  int hold(Pause pause, Frame frame) {
    int number = last.incrementAndGet();
    frames.put(number, new HeldFrame(pause, frame));
    return number;
  }

  Optional<Held> container(int number) {
    return Optional.ofNullable(containers.get(number));
  }

  Optional<HeldFrame> frame(int number) {
    return Optional.ofNullable(frames.get(number));
  }

  @SuppressWarnings("ReferenceEquality") // An access is itself and equal to no other.
  void release(ThreadAccess access) {
    containers.values().removeIf(held -> held.access() == access);
    frames.values().removeIf(held -> held.pause() == access);
  }
}
