package dev.durascope.runtime.worker;

import java.util.Optional;

/**
 * What one event of a worker may use. https://developers.cloudflare.com/workers/platform/limits/
 * (as of October 2026)
 *
 * @param cpuMillis processor time of one turn, in milliseconds
 * @param subrequests how many requests and calls it may send, of the stateless Worker only
 */
public record Limits(long cpuMillis, long subrequests) {
  /** Production's limit where the configuration has none. */
  private static final long DEFAULT_CPU_MILLIS = 30_000;

  /**
   * A lower limit counts as this one: code runs interpreted here, so that what is well within a few
   * milliseconds in production may take many times as long.
   */
  private static final long LEAST_CPU_MILLIS = 2_000;

  /**
   * That of the paid plan, since 2026-02-11. The free one has 50 to the outside and 1,000 to
   * Cloudflare's services, which a project can ask for by {@code limits.subrequests}.
   * https://developers.cloudflare.com/changelog/2026-02-11-subrequests-limit/
   */
  private static final long DEFAULT_SUBREQUESTS = 10_000;

  /** The limits of a configuration with {@code limits.cpu_ms} and {@code limits.subrequests}. */
  public static Limits of(Optional<Long> cpuMillis, Optional<Long> subrequests) {
    return new Limits(
        cpuMillis.map(millis -> Math.max(millis, LEAST_CPU_MILLIS)).orElse(DEFAULT_CPU_MILLIS),
        subrequests.orElse(DEFAULT_SUBREQUESTS));
  }
}
