package dev.durascope.runtime.api;

import java.util.List;

/**
 * The platform's own modules that are files of the prelude, {@code cloudflare/NAME.js}, each
 * imported as {@code cloudflare:NAME}.
 */
public final class CloudflareModules {
  private static final List<String> ALL = List.of("email", "node", "sockets", "workflows");

  private CloudflareModules() {}

  /** Their names, without the prefix. */
  public static List<String> all() {
    return ALL;
  }
}
