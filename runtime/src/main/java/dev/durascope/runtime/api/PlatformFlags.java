package dev.durascope.runtime.api;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The compatibility flags that the web platform here obeys, as a Worker's compatibility date and
 * flags set them.
 */
public final class PlatformFlags {
  /** The date of flags that no date turns on. */
  private static final String NEVER = "+999999999-12-31";

  /** A flag, with the names that turn it on or off and the date that turns it on by itself. */
  private enum Flag {
    BINARY_TYPE(
        "websocket_standard_binary_type", "no_websocket_standard_binary_type", "2026-03-17"),
    AUTO_REPLY_TO_CLOSE(
        "web_socket_auto_reply_to_close", "web_socket_manual_reply_to_close", "2026-04-07"),
    NODEJS_COMPAT("nodejs_compat", "no_nodejs_compat", "2026-08-04"),
    NODEJS_COMPAT_V2(
        "nodejs_compat_v2", "no_nodejs_compat_v2", "2026-08-04", NODEJS_COMPAT, "2024-09-23"),
    NODEJS_ALS("nodejs_als", "no_nodejs_als", NEVER),
    NODEJS_PROCESS_ENV(
        "nodejs_compat_populate_process_env",
        "nodejs_compat_do_not_populate_process_env",
        NEVER,
        NODEJS_COMPAT,
        "2025-04-01"),
    NODEJS_PROCESS_V2(
        "enable_nodejs_process_v2",
        "disable_nodejs_process_v2",
        NEVER,
        NODEJS_COMPAT,
        "2025-09-15"),
    NODEJS_TIMERS(
        "enable_nodejs_global_timers",
        "no_nodejs_global_timers",
        NEVER,
        NODEJS_COMPAT,
        "2026-02-10");

    final String enable;
    final String disable;
    final LocalDate since;
    final @Nullable Flag implying;
    final LocalDate impliedSince;

    Flag(String enable, String disable, String since) {
      this(enable, disable, since, null, NEVER);
    }

    /** A flag that {@code implying} turns on, too, from another date on. */
    Flag(
        String enable, String disable, String since, @Nullable Flag implying, String impliedSince) {
      this.enable = enable;
      this.disable = disable;
      this.since = LocalDate.parse(since);
      this.implying = implying;
      this.impliedSince = LocalDate.parse(impliedSince);
    }

    boolean isOn(LocalDate date, Collection<String> flags) {
      if (flags.contains(enable)) {
        return true;
      }
      if (flags.contains(disable)) {
        return false;
      }
      return !date.isBefore(since)
          || (implying != null && !date.isBefore(impliedSince) && implying.isOn(date, flags));
    }
  }

  private final Set<String> enabled;

  private PlatformFlags(Set<String> enabled) {
    this.enabled = enabled;
  }

  /** The flags of a Worker. */
  public static PlatformFlags of(LocalDate compatibilityDate, Collection<String> flags) {
    return new PlatformFlags(
        Stream.of(Flag.values())
            .filter(flag -> flag.isOn(compatibilityDate, flags))
            .map(flag -> flag.enable)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether the flag of this enabling name is on. */
  public boolean isOn(String enablingName) {
    return enabled.contains(enablingName);
  }
}
