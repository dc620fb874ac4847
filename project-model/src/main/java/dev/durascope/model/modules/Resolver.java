package dev.durascope.model.modules;

import dev.durascope.model.modules.Resolution.Opaque;
import dev.durascope.model.modules.Resolution.Source;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the file an import means, as esbuild does for wrangler: aliases, tsconfig's paths, relative
 * files with their many spellings, package imports ({@code #x}), installed packages.
 *
 * <p>What it does not find is not missing: it may be built later, or lie outside the project. So
 * the other answer is {@link Opaque}, never "does not exist".
 *
 * @param aliases wrangler's {@code alias}: a specifier and what stands for it
 * @param base the directory that aliases are relative to
 */
public record Resolver(Map<String, String> aliases, Path base) {

  /** Aliases that point to aliases; more is a circle. */
  private static final int MAX_ALIASES = 10;

  public Resolver {
    aliases = Map.copyOf(aliases);
  }

  Resolution resolve(SourceFiles files, Path from, String specifier) {
    var importer = from;
    var wanted = specifier;
    for (int i = 0; i < MAX_ALIASES && aliases.containsKey(wanted); i++) {
      wanted = aliases.getOrDefault(wanted, wanted);
      importer = base.resolve("alias");
    }
    try {
      return resolveHere(files, importer, wanted);
    } catch (InvalidPathException notAPath) {
      return new Opaque("\"" + specifier + "\" is not a path");
    }
  }

  private static Resolution resolveHere(SourceFiles files, Path from, String specifier) {
    if (specifier.indexOf('?') >= 0 || specifier.indexOf(':') >= 0) {
      return new Opaque("\"" + specifier + "\" is not a file");
    }
    var directory = directory(from);
    Optional<Path> found;
    if (isRelative(specifier)) {
      found = ModuleFiles.find(files, directory.resolve(specifier).normalize());
    } else if (specifier.startsWith("#")) {
      found = Packages.imports(files, directory, specifier);
    } else {
      found =
          TsConfig.nearest(files, directory)
              .flatMap(config -> config.resolve(files, specifier))
              .or(() -> Packages.find(files, directory, specifier));
    }
    return found
        .<Resolution>map(Source::new)
        .orElseGet(() -> new Opaque("\"" + specifier + "\" was not found"));
  }

  static boolean isRelative(String specifier) {
    return List.of(".", "..").contains(specifier)
        || specifier.startsWith("./")
        || specifier.startsWith("../")
        || specifier.startsWith("/");
  }

  static Path directory(Path file) {
    var parent = file.getParent();
    return parent == null ? file : parent;
  }
}
