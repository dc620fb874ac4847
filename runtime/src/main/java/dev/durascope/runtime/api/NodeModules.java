package dev.durascope.runtime.api;

import dev.durascope.model.compatibility.EnabledFlags;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which modules of Node.js a Worker can import. Each is a file of the prelude, {@code
 * node/NAME.js}.
 *
 * <p>With {@code nodejs_compat} it is all of them, whatever the date: where workerd of an older
 * date lacks one, wrangler puts a polyfill into the bundle.
 */
public final class NodeModules {
  /** All there are, by their names without the prefix {@code node:}. */
  private static final Set<String> ALL =
      Set.of(
          """
          _stream_duplex _stream_passthrough _stream_readable _stream_transform _stream_writable
          assert assert/strict async_hooks buffer child_process cluster console constants crypto
          dgram diagnostics_channel dns dns/promises domain events fs fs/promises http http2 https
          inspector inspector/promises module net os path path/posix
          path/win32 perf_hooks process punycode querystring readline readline/promises repl sqlite
          stream stream/consumers stream/promises stream/web string_decoder sys timers
          timers/promises tls trace_events tty url util util/types v8 vm wasi worker_threads zlib
          """
              .strip()
              .split("\\s+"));

  private NodeModules() {}

  /** The modules that the compatibility flags let in. */
  public static Set<String> of(EnabledFlags flags) {
    if (flags.isOn("nodejs_compat") || flags.isOn("nodejs_compat_v2")) {
      return ALL;
    }
    return flags.isOn("nodejs_als") ? Set.of("async_hooks") : Set.of();
  }

  /** The same as a text, sorted. */
  static String listed(EnabledFlags flags) {
    return String.join(" ", new TreeSet<>(of(flags)));
  }
}
