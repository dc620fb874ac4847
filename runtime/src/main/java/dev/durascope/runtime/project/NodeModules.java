package dev.durascope.runtime.project;

import dev.durascope.model.compatibility.EnabledFlags;
import java.util.Set;

/**
 * Which modules of Node.js a Worker can import. Each is a file of the prelude, {@code
 * node/NAME.js}.
 */
final class NodeModules {
  /** All there are, by their names without the prefix {@code node:}. */
  static final Set<String> ALL =
      Set.of(
          "async_hooks",
          "path",
          "path/posix",
          "path/win32",
          "process",
          "punycode",
          "string_decoder",
          "timers",
          "timers/promises",
          "buffer",
          "events",
          "util",
          "util/types");

  private NodeModules() {}

  /** The modules that the compatibility flags let in. */
  static Set<String> of(EnabledFlags flags) {
    if (flags.isOn("nodejs_compat") || flags.isOn("nodejs_compat_v2")) {
      return ALL;
    }
    return flags.isOn("nodejs_als") ? Set.of("async_hooks") : Set.of();
  }
}
