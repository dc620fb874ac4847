package dev.durascope.model.config;

import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The module that a Worker starts from: {@code main}, or wrangler 1's {@code [build.upload] main}.
 *
 * @param written as the configuration has it
 * @param file absolute; it need not exist
 */
public record EntryPoint(Located<String> written, Path file, Origin origin) {

  /** How the file comes to be, as far as its place and the configuration tell. */
  public enum Origin {
    /** People write it: it has to be there. */
    WRITTEN,
    /** There is a build command, which may or may not make it. */
    MAYBE_BUILT,
    /**
     * It lies where builds put their products, or its name is still to be filled in: nothing
     * follows from its absence, or from what an old build left there.
     */
    BUILT
  }

  /** Directories whose content is made, not written. */
  private static final Set<String> OUTPUT_DIRECTORIES =
      Set.of("build", "dist", "out", "output", "target", "pkg", "generated", "node_modules");

  /**
   * What a template leaves to be filled in: {@code <NAME>}, {@code {{ name }}}, {@code ${NAME}}.
   */
  private static final Pattern PLACEHOLDER = Pattern.compile("[<>{}]");

  private static final String UPLOAD_DIRECTORY = "dist";

  /** The entry point of {@code environment}; empty where none is written, which is legal. */
  public static Optional<EntryPoint> of(WranglerConfig config, Environment environment) {
    var main = environment.inherited("main").flatMap(Node::asString);
    if (main.isPresent()) {
      return at(config, config.directory(), main.get(), environment);
    }
    var upload =
        environment
            .inherited("build")
            .flatMap(Node::asTable)
            .flatMap(build -> build.table("upload"));
    return upload
        .flatMap(table -> table.string("main"))
        .flatMap(
            written -> {
              var directory =
                  upload
                      .flatMap(table -> table.string("dir"))
                      .map(Located::value)
                      .orElse(UPLOAD_DIRECTORY);
              return path(config.directory(), directory)
                  .flatMap(base -> at(config, base, written, environment));
            });
  }

  private static Optional<EntryPoint> at(
      WranglerConfig config, Path base, Located<String> written, Environment environment) {
    boolean hasCommand =
        environment
            .inherited("build")
            .flatMap(Node::asTable)
            .filter(build -> build.get("command").isPresent())
            .isPresent();
    return path(base, written.value())
        .map(
            file -> {
              boolean built = isOutput(config.directory(), file) || isPlaceholder(written.value());
              var origin = built ? Origin.BUILT : hasCommand ? Origin.MAYBE_BUILT : Origin.WRITTEN;
              return new EntryPoint(written, file, origin);
            });
  }

  private static Optional<Path> path(Path base, String written) {
    try {
      return Optional.of(base.resolve(written).normalize());
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  /** Whether a template leaves something to be filled in here. */
  public static boolean isPlaceholder(String written) {
    return PLACEHOLDER.matcher(written).find();
  }

  private static boolean isOutput(Path project, Path file) {
    var relative = project.relativize(file);
    for (var part : relative.getParent() == null ? Path.of("") : relative.getParent()) {
      if (isMade(part)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a folder of this name is hidden, or made by a build. */
  static boolean isMade(Path folder) {
    var name = String.valueOf(folder.getFileName());
    boolean hidden = name.startsWith(".") && !name.equals("..");
    return hidden || OUTPUT_DIRECTORIES.contains(name);
  }
}
