package dev.durascope.model.modules;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Parsed modules by path, each for the text it was parsed from. Shared by all analyses of a
 * process: a keystroke in one file parses that file anew and no other.
 */
public final class ModuleCache {

  private record Parsed(String text, Module module) {}

  private final Map<Path, Parsed> modules = new ConcurrentHashMap<>();

  /** The module at {@code file}; empty where there is no readable JavaScript or TypeScript. */
  Optional<Module> module(SourceFiles files, Path file) {
    var grammar = Grammar.of(String.valueOf(file.getFileName()));
    if (grammar.isEmpty()) {
      return Optional.empty();
    }
    return files.read(file).map(text -> parsed(file, text, grammar.get()));
  }

  private Module parsed(Path file, String text, Grammar grammar) {
    var known = modules.get(file);
    if (known != null && known.text().equals(text)) {
      return known.module();
    }
    var module = ModuleReader.read(text, grammar);
    modules.put(file, new Parsed(text, module));
    return module;
  }
}
