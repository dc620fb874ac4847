package dev.durascope.runtime.script;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ES modules that one version of a worker can import, by absolute path or by specifier: the
 * bundle, the files beside it (text, data, WebAssembly), and the platform's own modules.
 */
public final class ModuleTable {
  private final Map<String, byte[]> sources = new ConcurrentHashMap<>();

  /** Adds a module under the specifier that import statements use, or its absolute path. */
  public ModuleTable put(String specifier, String source) {
    sources.put(specifier, source.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The source, as UTF-8. */
  Optional<byte[]> find(String specifier) {
    return Optional.ofNullable(sources.get(specifier));
  }
}
