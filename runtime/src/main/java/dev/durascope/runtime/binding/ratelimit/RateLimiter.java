package dev.durascope.runtime.binding.ratelimit;

import dev.durascope.runtime.binding.Kept;
import dev.durascope.runtime.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts by key, in windows that begin at whole multiples of their length since 1970, as they do in
 * wrangler. Counts are not kept beyond the process. Usable on any thread.
 */
final class RateLimiter implements Kept.Resource {
  private record Bucket(String key, long period) {}

  private record Count(long window, long used) {}

  private final Clock clock;
  private final Map<Bucket, Count> counts = new HashMap<>();

  RateLimiter(Clock clock) {
    this.clock = clock;
  }

  /**
   * Takes {@code weight} of what is left in the current window; false if nothing is.
   *
   * @param period the window's length in seconds
   */
  synchronized boolean take(String key, long limit, long period, long weight) {
    var window = clock.millis() / (period * 1_000);
    var bucket = new Bucket(key, period);
    var count = counts.get(bucket);
    if (count == null || count.window() != window) {
      counts.entrySet().removeIf(entry -> isOver(entry, period, window));
      count = new Count(window, 0);
    }
    if (count.used() >= limit) {
      return false;
    }
    counts.put(bucket, new Count(window, count.used() + weight));
    return true;
  }

  private static boolean isOver(Map.Entry<Bucket, Count> entry, long period, long window) {
    return entry.getKey().period() == period && entry.getValue().window() != window;
  }

  @Override
  public void close() {}
}
