package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.tree.Node;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a configuration has to say anew when a file or a folder gets another name: its entry point,
 * and the folders that it serves.
 */
public final class PathMove {

  /** Keys whose value is a path relative to the configuration. */
  private static final List<List<String>> PATHS =
      List.of(
          List.of("main"),
          List.of("tsconfig"),
          List.of("assets", "directory"),
          List.of("site", "bucket"),
          List.of("site", "entry-point"));

  private static final Set<String> ENDINGS = Set.of(".ts", ".js", ".mts", ".mjs", ".tsx", ".jsx");

  private PathMove() {}

  /** The edits, in the configuration where it is before the move. */
  public static Set<Fix.Edit> edits(Subject subject, Path from, Path to) {
    var edits = new LinkedHashSet<Fix.Edit>();
    var config = subject.config();
    for (var environment : config.environments()) {
      for (var path : PATHS) {
        value(environment.own(), path)
            .flatMap(text -> edit(subject, text, from, to))
            .ifPresent(edits::add);
      }
    }
    return edits;
  }

  private static Optional<Node.Text> value(Node.Table table, List<String> path) {
    Optional<Node> at = Optional.of(table);
    for (var key : path) {
      at = at.flatMap(Node::asTable).flatMap(inner -> inner.get(key));
    }
    return at.filter(Node.Text.class::isInstance).map(Node.Text.class::cast);
  }

  private static Optional<Fix.Edit> edit(Subject subject, Node.Text text, Path from, Path to) {
    var config = subject.config();
    var written = text.value();
    return target(config, written)
        .flatMap(target -> name(config, written, target, from, to))
        .filter(moved -> !moved.equals(written))
        .filter(PathMove::needsNoEscape)
        .map(moved -> new Fix.Edit(subject.at(text.inside()), moved));
  }

  /** What the configuration calls {@code target} then; nothing where neither of them moves. */
  private static Optional<String> name(
      WranglerConfig config, String written, Path target, Path from, Path to) {
    var home = Optional.ofNullable(moved(config.file(), from, to).getParent());
    boolean configMoves = home.filter(config.directory()::equals).isEmpty();
    if (target.startsWith(from) || configMoves) {
      return home.map(it -> relative(it, written, moved(target, from, to)));
    }
    // main = "src/index" means a file with an ending, and goes on to leave it out.
    return ENDINGS.stream().anyMatch(end -> from.equals(append(target, end)))
        ? home.map(it -> relative(it, written, to).replaceFirst("\\.[mc]?[tj]sx?$", ""))
        : Optional.empty();
  }

  private static Path moved(Path path, Path from, Path to) {
    return path.startsWith(from) ? to.resolve(from.relativize(path)).normalize() : path;
  }

  private static Path append(Path path, String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  private static Optional<Path> target(WranglerConfig config, String written) {
    try {
      var path = Path.of(written);
      return path.isAbsolute() || written.isEmpty()
          ? Optional.empty()
          : Optional.of(config.directory().resolve(path).normalize());
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /** With slashes, and with the dot in front and the slash behind that were there. */
  private static String relative(Path home, String written, Path target) {
    var path = home.relativize(target).toString().replace('\\', '/');
    var dotted = written.startsWith("./") && !path.startsWith("../") ? "./" + path : path;
    return written.endsWith("/") ? dotted + "/" : dotted;
  }

  private static boolean needsNoEscape(String path) {
    return path.chars().noneMatch(c -> c == '"' || c == '\'' || c == '\\' || c < ' ');
  }
}
