package dev.durascope.runtime.api;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The compatibility flags that the web platform here obeys, as a Worker's compatibility date and
 * flags set them.
 */
public final class PlatformFlags {
  /** A flag, with the names that turn it on or off and the date that turns it on by itself. */
  private enum Flag {
    BINARY_TYPE(
        "websocket_standard_binary_type", "no_websocket_standard_binary_type", "2026-03-17"),
    AUTO_REPLY_TO_CLOSE(
        "web_socket_auto_reply_to_close", "web_socket_manual_reply_to_close", "2026-04-07");

    final String enable;
    final String disable;
    final LocalDate since;

    Flag(String enable, String disable, String since) {
      this.enable = enable;
      this.disable = disable;
      this.since = LocalDate.parse(since);
    }

    boolean isOn(LocalDate date, Collection<String> flags) {
      return flags.contains(enable) || (!flags.contains(disable) && !date.isBefore(since));
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
