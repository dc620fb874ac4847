package dev.durascope.model.modules;

import dev.durascope.model.json.JsonReader;
import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a tsconfig.json that redirects imports.
 *
 * @param paths from a pattern with at most one {@code *} to its substitutions, each with the
 *     directory it is relative to
 * @param baseUrl the directory that bare imports may be relative to
 */
record TsConfig(Map<String, List<Path>> paths, Optional<Path> baseUrl) {

  /** Files in an {@code extends} chain. */
  private static final int MAX_EXTENDS = 16;

  private static final TsConfig NONE = new TsConfig(Map.of(), Optional.empty());

  /** The configuration of the sources in {@code directory}: the nearest one upwards. */
  static Optional<TsConfig> nearest(SourceFiles files, Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      for (var name : List.of("tsconfig.json", "jsconfig.json")) {
        var file = at.resolve(name);
        if (files.isFile(file)) {
          return Optional.of(read(files, file, MAX_EXTENDS));
        }
      }
    }
    return Optional.empty();
  }

  private static TsConfig read(SourceFiles files, Path file, int depth) {
    var text = files.read(file);
    if (text.isEmpty() || depth == 0) {
      return NONE;
    }
    var root = JsonReader.read(text.get()).root();
    var directory = Resolver.directory(file);
    var inherited = NONE;
    for (var parent : parents(root)) {
      var found = extended(files, directory, parent);
      if (found.isPresent()) {
        inherited = read(files, found.get(), depth - 1).over(inherited);
      }
    }
    var options = root.table("compilerOptions").orElse(Node.Table.EMPTY);
    var baseUrl = options.string("baseUrl").map(url -> directory.resolve(url.value()).normalize());
    var paths = new LinkedHashMap<String, List<Path>>();
    for (var entry : options.table("paths").orElse(Node.Table.EMPTY).entries()) {
      var base = baseUrl.or(inherited::baseUrl).orElse(directory);
      paths.put(
          entry.key().name(),
          entry.value().asItems().stream()
              .flatMap(item -> item.asString().stream())
              .map(target -> base.resolve(target.value()).normalize())
              .toList());
    }
    return new TsConfig(paths, baseUrl).over(inherited);
  }

  private static List<String> parents(Node.Table root) {
    return root.string("extends")
        .map(one -> List.of(one.value()))
        .orElseGet(() -> root.strings("extends").stream().map(Located::value).toList());
  }

  private static Optional<Path> extended(SourceFiles files, Path directory, String parent) {
    if (Resolver.isRelative(parent)) {
      var path = directory.resolve(parent).normalize();
      return files.isFile(path)
          ? Optional.of(path)
          : Optional.of(path.resolveSibling(path.getFileName() + ".json")).filter(files::isFile);
    }
    return Packages.directories(directory, parent)
        .flatMap(
            found ->
                List.of(
                    found,
                    found.resolveSibling(found.getFileName() + ".json"),
                    found.resolve("tsconfig.json"))
                    .stream())
        .filter(files::isFile)
        .findFirst();
  }

  /** This configuration's own settings before those it extends; {@code paths} are replaced. */
  private TsConfig over(TsConfig inherited) {
    return new TsConfig(paths.isEmpty() ? inherited.paths : paths, baseUrl.or(inherited::baseUrl));
  }

  /** The file that {@code specifier} is redirected to. */
  Optional<Path> resolve(SourceFiles files, String specifier) {
    var exact = paths.get(specifier);
    if (exact != null) {
      return exact.stream().flatMap(path -> ModuleFiles.find(files, path).stream()).findFirst();
    }
    String best = null;
    for (var pattern : paths.keySet()) {
      if (Wildcard.matches(pattern, specifier)
          && (best == null || Wildcard.prefix(pattern) > Wildcard.prefix(best))) {
        best = pattern;
      }
    }
    if (best != null) {
      var matched = Wildcard.matched(best, specifier);
      for (var target : paths.getOrDefault(best, List.of())) {
        var found = ModuleFiles.find(files, Path.of(target.toString().replace("*", matched)));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return baseUrl.flatMap(base -> ModuleFiles.find(files, base.resolve(specifier).normalize()));
  }
}
