package dev.durascope.model.modules;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The many spellings of one module file: extension left out, {@code .js} for {@code .ts}, index.
 */
public final class ModuleFiles {

  private static final List<String> EXTENSIONS =
      List.of(".tsx", ".ts", ".jsx", ".js", ".mts", ".mjs", ".cts", ".cjs");

  /** TypeScript sources import the JavaScript that they will become. */
  private record Rewrite(String written, List<String> meant) {}

  private static final List<Rewrite> REWRITES =
      List.of(
          new Rewrite(".mjs", List.of(".mts")),
          new Rewrite(".cjs", List.of(".cts")),
          new Rewrite(".jsx", List.of(".tsx", ".ts")),
          new Rewrite(".js", List.of(".ts", ".tsx")));

  private ModuleFiles() {}

  /** The file that {@code path} means, as an import or as {@code main}. */
  public static Optional<Path> find(SourceFiles files, Path path) {
    return file(files, path).or(() -> file(files, path.resolve("index")));
  }

  private static Optional<Path> file(SourceFiles files, Path path) {
    if (files.isFile(path)) {
      return Optional.of(path);
    }
    var name = String.valueOf(path.getFileName());
    for (var rewrite : REWRITES) {
      if (name.endsWith(rewrite.written())) {
        var stem = name.substring(0, name.length() - rewrite.written().length());
        for (var extension : rewrite.meant()) {
          var candidate = path.resolveSibling(stem + extension);
          if (files.isFile(candidate)) {
            return Optional.of(candidate);
          }
        }
      }
    }
    for (var extension : EXTENSIONS) {
      var candidate = path.resolveSibling(name + extension);
      if (files.isFile(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
