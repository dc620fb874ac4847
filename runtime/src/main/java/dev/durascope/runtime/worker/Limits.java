package dev.durascope.runtime.worker;

import java.util.Optional;

/**
 * What one event of a worker may use.
 * https://developers.cloudflare.com/workers/platform/limits/#cpu-time
 *
 * @param cpuMillis processor time of one turn, in milliseconds
 */
public record Limits(long cpuMillis) {
  /** Production's limit where the configuration has none. */
  private static final long DEFAULT_CPU_MILLIS = 30_000;

  /**
   * A lower limit counts as this one: code runs interpreted here, so that what is well within a few
   * milliseconds in production may take many times as long.
   */
  private static final long LEAST_CPU_MILLIS = 2_000;

  /** The limits of a configuration with {@code limits.cpu_ms}. */
  public static Limits of(Optional<Long> cpuMillis) {
    return new Limits(
        cpuMillis.map(millis -> Math.max(millis, LEAST_CPU_MILLIS)).orElse(DEFAULT_CPU_MILLIS));
  }
}
