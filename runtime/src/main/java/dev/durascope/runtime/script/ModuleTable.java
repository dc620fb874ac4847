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
  private final Map<String, Module> modules = new ConcurrentHashMap<>();
  private volatile boolean needsWebAssembly;

  /** What an import finds. */
  sealed interface Module {
    /** A source text, as UTF-8. */
    record Text(byte[] bytes) implements Module {}

    /** A file of the prelude, whose exports are those of the module. */
    record BuiltIn(String preludeFile) implements Module {}
  }

  /** Adds a module under the specifier that import statements use, or its absolute path. */
  public ModuleTable put(String specifier, String source) {
    modules.put(specifier, new Module.Text(source.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /**
   * Adds a module whose default export is what a file of the prelude exports, and whose named
   * exports are the properties of that. The file is evaluated when the module is first imported.
   */
  public ModuleTable putBuiltIn(String specifier, String preludeFile) {
    modules.put(specifier, new Module.BuiltIn(preludeFile));
    return this;
  }

  /** Says that one of the modules is WebAssembly's, which an isolate must be made for. */
  public ModuleTable needWebAssembly() {
    needsWebAssembly = true;
    return this;
  }

  boolean needsWebAssembly() {
    return needsWebAssembly;
  }

  /** Whether there is a module of this specifier or path. */
  public boolean contains(String specifier) {
    return modules.containsKey(specifier);
  }

  Optional<Module> find(String specifier) {
    return Optional.ofNullable(modules.get(specifier));
  }
}
