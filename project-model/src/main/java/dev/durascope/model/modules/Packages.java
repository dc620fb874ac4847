package dev.durascope.model.modules;

import dev.durascope.model.json.JsonReader;
import dev.durascope.model.tree.Node;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds modules of installed packages by their package.json. */
final class Packages {

  /** The export conditions that wrangler bundles with. */
  private static final Set<String> CONDITIONS =
      Set.of("workerd", "worker", "browser", "import", "module", "default", "production");

  private static final List<String> MAIN_FIELDS = List.of("module", "main");

  private Packages() {}

  /** The file that {@code specifier} means for a module in {@code directory}. */
  static Optional<Path> find(SourceFiles files, Path directory, String specifier) {
    int length = packageNameLength(specifier);
    var name = specifier.substring(0, length);
    var subpath = "." + specifier.substring(length);
    for (Path at = directory; at != null; at = at.getParent()) {
      var root = at.resolve("node_modules").resolve(name);
      var manifest = manifest(files, root);
      if (manifest.isPresent()) {
        return inPackage(files, root, manifest.get(), subpath);
      }
    }
    return Optional.empty();
  }

  /** A {@code #name} import, by the nearest package.json's {@code imports}. */
  static Optional<Path> imports(SourceFiles files, Path directory, String specifier) {
    for (Path at = directory; at != null; at = at.getParent()) {
      var manifest = manifest(files, at);
      if (manifest.isPresent()) {
        var root = at;
        return manifest
            .get()
            .table("imports")
            .flatMap(imports -> mapped(imports, specifier))
            .filter(Resolver::isRelative)
            .flatMap(target -> ModuleFiles.find(files, root.resolve(target).normalize()));
      }
    }
    return Optional.empty();
  }

  /** Where {@code path}, a package's name with a path behind it, may lie, nearest first. */
  static Stream<Path> directories(Path directory, String path) {
    return Stream.<Path>iterate(directory, at -> at != null, Path::getParent)
        .map(at -> at.resolve("node_modules").resolve(path));
  }

  private static int packageNameLength(String specifier) {
    int slash = specifier.indexOf('/');
    if (specifier.startsWith("@") && slash >= 0) {
      slash = specifier.indexOf('/', slash + 1);
    }
    return slash < 0 ? specifier.length() : slash;
  }

  private static Optional<Node.Table> manifest(SourceFiles files, Path root) {
    return files.read(root.resolve("package.json")).map(text -> JsonReader.read(text).root());
  }

  private static Optional<Path> inPackage(
      SourceFiles files, Path root, Node.Table manifest, String subpath) {
    var exports = manifest.get("exports").filter(node -> !(node instanceof Node.Null));
    if (exports.isPresent()) {
      return exported(exports.get(), subpath)
          .map(target -> root.resolve(target).normalize())
          .filter(files::isFile);
    }
    if (!subpath.equals(".")) {
      return ModuleFiles.find(files, root.resolve(subpath).normalize());
    }
    return MAIN_FIELDS.stream()
        .flatMap(field -> manifest.string(field).stream())
        .flatMap(main -> ModuleFiles.find(files, root.resolve(main.value()).normalize()).stream())
        .findFirst()
        .or(() -> ModuleFiles.find(files, root.resolve("index")));
  }

  private static Optional<String> exported(Node exports, String subpath) {
    boolean hasSubpaths =
        exports instanceof Node.Table table
            && table.entries().stream().anyMatch(entry -> entry.key().name().startsWith("."));
    if (hasSubpaths) {
      return exports.asTable().flatMap(table -> mapped(table, subpath));
    }
    return subpath.equals(".") ? target(exports) : Optional.empty();
  }

  /** The target of {@code key} in an exports or imports map: exact, else the longest pattern. */
  private static Optional<String> mapped(Node.Table map, String key) {
    var exact = map.get(key);
    if (exact.isPresent()) {
      return target(exact.get());
    }
    return map.entries().stream()
        .filter(entry -> Wildcard.matches(entry.key().name(), key))
        .max(Comparator.comparingInt(entry -> Wildcard.prefix(entry.key().name())))
        .flatMap(
            entry ->
                target(entry.value())
                    .map(target -> target.replace("*", Wildcard.matched(entry.key().name(), key))));
  }

  private static Optional<String> target(Node node) {
    return switch (node) {
      case Node.Text text -> Optional.of(text.value());
      case Node.Table conditions ->
          conditions.entries().stream()
              .filter(entry -> CONDITIONS.contains(entry.key().name()))
              .flatMap(entry -> target(entry.value()).stream())
              .findFirst();
      case Node.Array fallbacks ->
          fallbacks.items().stream().flatMap(item -> target(item).stream()).findFirst();
      case Node.Numeric _, Node.Bool _, Node.Null _, Node.Word _, Node.Missing _ ->
          Optional.empty();
    };
  }
}
