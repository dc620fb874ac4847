package dev.durascope.model.modules;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parsed modules by path, each for the text it was parsed from. Shared by all analyses of a
 * process: a keystroke in one file parses that file's changed part anew, and no other file.
 *
 * <p>What a module exports is kept for all of them; the syntax trees, which live in native memory
 * and only serve the next keystroke, for the {@value #MAX_TREES} that changed last.
 */
public final class ModuleCache implements AutoCloseable {

  /** Files whose syntax trees are kept. More than these are not typed in at the same time. */
  static final int MAX_TREES = 16;

  private record Parsed(String text, Module module, CodeFile code) {}

  private final Map<Path, Parsed> modules = new HashMap<>();
  private final LinkedHashMap<Path, SyntaxTree> trees =
      new LinkedHashMap<>(MAX_TREES, 0.75f, /* accessOrder= */ true);

  /** The module at {@code file}; empty where there is no readable JavaScript or TypeScript. */
  Optional<Module> module(SourceFiles files, Path file) {
    return parsed(files, file).map(Parsed::module);
  }

  /** What the project's own module at {@code file} does; nothing of an installed package. */
  Optional<CodeFile> code(SourceFiles files, Path file) {
    return parsed(files, file).map(Parsed::code);
  }

  /** Where {@code name} stands in the module at {@code file}. Read when it is asked for. */
  List<NameUse> uses(SourceFiles files, Path file, String name) {
    var grammar = Grammar.of(String.valueOf(file.getFileName()));
    var text = files.read(file).filter(found -> found.contains(name));
    return grammar.isPresent() && text.isPresent()
        ? uses(file, text.get(), grammar.get(), name)
        : List.of();
  }

  private synchronized List<NameUse> uses(Path file, String text, Grammar grammar, String name) {
    var known = modules.get(file);
    var kept = trees.get(file);
    if (kept != null && known != null && known.text().equals(text)) {
      return NameReader.read(kept, text, name);
    }
    try (var tree = SyntaxTree.parse(text, grammar)) {
      return NameReader.read(tree, text, name);
    }
  }

  private Optional<Parsed> parsed(SourceFiles files, Path file) {
    var grammar = Grammar.of(String.valueOf(file.getFileName()));
    if (grammar.isEmpty()) {
      return Optional.empty();
    }
    return files.read(file).map(text -> parsed(file, text, grammar.get()));
  }

  private synchronized Parsed parsed(Path file, String text, Grammar grammar) {
    var known = modules.get(file);
    if (known != null && known.text().equals(text)) {
      // The same object is compared in no time when it comes again.
      modules.put(file, new Parsed(text, known.module(), known.code()));
      return known;
    }
    var before = trees.remove(file);
    var tree = before == null ? SyntaxTree.parse(text, grammar) : before.edited(text);
    trees.put(file, tree);
    if (trees.size() > MAX_TREES) {
      trees.pollFirstEntry().getValue().close();
    }
    var module = ModuleReader.read(text, tree);
    var code =
        isInstalled(file) ? CodeFile.EMPTY : code(before == null ? null : known, tree, grammar);
    var parsed = new Parsed(text, module, code);
    modules.put(file, parsed);
    return parsed;
  }

  /** Of a text that was known before, only what was changed is read. */
  private static CodeFile code(@Nullable Parsed known, SyntaxTree tree, Grammar grammar) {
    return Optional.ofNullable(known)
        .flatMap(before -> CodeUpdate.of(before.code(), before.text(), tree, grammar))
        .orElseGet(() -> CodeReader.read(tree, grammar));
  }

  static boolean isInstalled(Path file) {
    for (var part : file) {
      if (part.toString().equals("node_modules")) {
        return true;
      }
    }
    return false;
  }

  /** Frees the native memory; the cache may be used again, and starts empty. */
  @Override
  public synchronized void close() {
    trees.values().forEach(SyntaxTree::close);
    trees.clear();
    modules.clear();
  }
}
