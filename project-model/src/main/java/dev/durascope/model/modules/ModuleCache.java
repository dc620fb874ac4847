package dev.durascope.model.modules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Parsed modules by path, each for the text it was parsed from. Shared by all analyses of a
 * process: a keystroke in one file parses that file's changed part anew, and no other file.
 *
 * <p>Of a text that was in order and by some typing is not, nothing is read until it is again: it
 * stands for what was last read of it, at the places where that is now, and for a module that may
 * export more than can be seen. What tree-sitter makes of a half-typed text is a guess, which may
 * take in the rest of the file, and takes it a hundred times as long as a keystroke may.
 *
 * <p>What a module exports is kept for all of them; the syntax trees, which live in native memory
 * and only serve the next keystroke, for the {@value #MAX_TREES} that changed last.
 */
public final class ModuleCache implements AutoCloseable {

  /** Files whose syntax trees are kept. More than these are not typed in at the same time. */
  static final int MAX_TREES = 16;

  /** Files that are parsed before any of their trees is closed: a tree is larger than its text. */
  private static final int READ_AT_A_TIME = 64;

  /** What is put in at a time by typing, in characters; more is read, be it in order or not. */
  static final int MAX_TYPED = 1_000;

  /**
   * How often a parse of what is typed goes on when it is asked whether to give up. One of a text
   * in order is asked two to four times, another one may be two hundred times, and takes up to five
   * milliseconds from one to the next.
   */
  private static final int MAX_PATIENCE = 4;

  private record Parsed(String text, Module module, CodeFile code) {}

  /** A tree, and what was read from it. */
  private record Kept(SyntaxTree tree, Parsed parsed) {}

  /** A text of which nothing is known. */
  private record Unread(Path file, String text, Grammar grammar) {
    Read read() {
      var tree = SyntaxTree.parse(text, grammar);
      return new Read(file, ModuleCache.read(file, text, tree, null, grammar));
    }
  }

  private record Read(Path file, Kept kept) {}

  private final Map<Path, Parsed> modules = new HashMap<>();
  private final LinkedHashMap<Path, Kept> trees =
      new LinkedHashMap<>(MAX_TREES, 0.75f, /* accessOrder= */ true);

  /** Files with a text of which it is not known yet whether it is in order. */
  private final Set<Path> undecided = new HashSet<>();

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
    var kept = trees.get(file);
    if (kept != null && kept.parsed().text().equals(text)) {
      return NameReader.read(kept.tree(), text, name);
    }
    try (var tree = SyntaxTree.parse(text, grammar)) {
      return NameReader.read(tree, text, name);
    }
  }

  /**
   * Parses those of {@code wanted} of which nothing is known yet, on all processors. What a
   * question for one of them then answers is what it would have been without.
   */
  void readAhead(SourceFiles files, Collection<Path> wanted) {
    var texts = new ArrayList<Unread>();
    for (var file : wanted) {
      var grammar = Grammar.of(String.valueOf(file.getFileName()));
      if (grammar.isPresent() && !isKnown(file)) {
        files.read(file).ifPresent(text -> texts.add(new Unread(file, text, grammar.get())));
      }
    }
    for (int from = 0; from < texts.size(); from += READ_AT_A_TIME) {
      var some = texts.subList(from, Math.min(from + READ_AT_A_TIME, texts.size()));
      some.parallelStream().map(Unread::read).toList().forEach(this::add);
    }
  }

  private synchronized boolean isKnown(Path file) {
    return modules.containsKey(file);
  }

  private synchronized void add(Read read) {
    if (modules.putIfAbsent(read.file(), read.kept().parsed()) == null) {
      keep(read.file(), read.kept());
    } else {
      read.kept().tree().close();
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
    undecided.remove(file);
    var parsed = typed(file, text, known, grammar);
    modules.put(file, parsed);
    return parsed;
  }

  private Parsed typed(Path file, String text, @Nullable Parsed known, Grammar grammar) {
    var kept = trees.get(file);
    if (kept == null || known == null) {
      return keep(file, text, SyntaxTree.parse(text, grammar), null, grammar);
    }
    var edit = Edit.between(known.text(), text);
    if (!kept.tree().isSound() || edit.inserted() > MAX_TYPED) {
      return keep(file, text, kept.tree().edited(text), kept, grammar);
    }
    int[] asked = {0};
    return switch (kept.tree().attempt(text, () -> ++asked[0] > MAX_PATIENCE)) {
      case SyntaxTree.Sound(var tree) -> keep(file, text, tree, kept, grammar);
      case SyntaxTree.Faulty() -> stale(known, text, edit);
      case SyntaxTree.Undecided() -> {
        undecided.add(file);
        yield stale(known, text, edit);
      }
    };
  }

  private static Parsed stale(Parsed known, String text, Edit edit) {
    var move = new MovedCode(edit.change());
    return new Parsed(text, move.module(known.module()), move.file(known.code(), text));
  }

  private Parsed keep(
      Path file, String text, SyntaxTree tree, @Nullable Kept before, Grammar grammar) {
    return keep(file, read(file, text, tree, before, grammar)).parsed();
  }

  private Kept keep(Path file, Kept read) {
    trees.put(file, read);
    if (trees.size() > MAX_TREES) {
      trees.pollFirstEntry().getValue().tree().close();
    }
    return read;
  }

  private static Kept read(
      Path file, String text, SyntaxTree tree, @Nullable Kept before, Grammar grammar) {
    var code = isInstalled(file) ? CodeFile.EMPTY : code(before, tree, grammar);
    return new Kept(tree, new Parsed(text, ModuleReader.read(text, tree), code));
  }

  /** Of a text that was known before, only what was changed is read. */
  private static CodeFile code(@Nullable Kept before, SyntaxTree tree, Grammar grammar) {
    return Optional.ofNullable(before)
        .map(Kept::parsed)
        .flatMap(known -> CodeUpdate.of(known.code(), known.text(), tree, grammar))
        .orElseGet(() -> CodeReader.read(tree, grammar));
  }

  /** Whether {@link #decide} may find out something. */
  public synchronized boolean isUndecided() {
    return !undecided.isEmpty();
  }

  /**
   * Finds out of each text whether it is in order where that was not to be told with a keystroke.
   * Others may ask and type meanwhile: a copy of the tree is parsed, and what comes of it is taken
   * if the text is still the same.
   *
   * @param giveUp asked all the time; if it says so the rest stays open
   * @return whether more is known now
   */
  public boolean decide(BooleanSupplier giveUp) {
    boolean learnt = false;
    for (var doubt : doubts()) {
      learnt |=
          switch (doubt.tree().attempt(doubt.parsed().text(), giveUp)) {
            case SyntaxTree.Sound(var tree) -> take(doubt, tree);
            case SyntaxTree.Faulty() -> dismiss(doubt);
            case SyntaxTree.Undecided() -> {
              doubt.tree().close();
              yield false;
            }
          };
    }
    return learnt;
  }

  /**
   * Somebody's question whether a text is in order.
   *
   * @param kept the tree of the text that was, and what was read from it
   * @param parsed what the text stands for meanwhile
   * @param tree a copy of that tree, to be closed by whoever has the question
   */
  private record Doubt(Path file, Kept kept, Parsed parsed, SyntaxTree tree, Grammar grammar) {}

  private synchronized List<Doubt> doubts() {
    var doubts = new ArrayList<Doubt>();
    for (var file : List.copyOf(undecided)) {
      var known = modules.get(file);
      var kept = trees.get(file);
      var grammar = Grammar.of(String.valueOf(file.getFileName()));
      if (known == null || kept == null || grammar.isEmpty()) {
        undecided.remove(file);
      } else {
        doubts.add(new Doubt(file, kept, known, kept.tree().copy(grammar.get()), grammar.get()));
      }
    }
    return doubts;
  }

  private synchronized boolean take(Doubt doubt, SyntaxTree tree) {
    if (!stands(doubt)) {
      tree.close();
      return false;
    }
    undecided.remove(doubt.file());
    doubt.kept().tree().close();
    var text = doubt.parsed().text();
    modules.put(doubt.file(), keep(doubt.file(), text, tree, doubt.kept(), doubt.grammar()));
    return true;
  }

  private synchronized boolean dismiss(Doubt doubt) {
    doubt.tree().close();
    if (stands(doubt)) {
      undecided.remove(doubt.file());
    }
    return false;
  }

  private boolean stands(Doubt doubt) {
    var known = modules.get(doubt.file());
    var kept = trees.get(doubt.file());
    return known != null
        && known.text().equals(doubt.parsed().text())
        && kept != null
        && kept.tree().equals(doubt.kept().tree());
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
    trees.values().forEach(kept -> kept.tree().close());
    trees.clear();
    modules.clear();
    undecided.clear();
  }
}
