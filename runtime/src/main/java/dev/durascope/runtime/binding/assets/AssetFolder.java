package dev.durascope.runtime.binding.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The files of a folder by the paths of URLs; those that say how to serve are not served. */
record AssetFolder(Path directory) {
  private static final Set<String> RULES = Set.of("/_headers", "/_redirects", "/.assetsignore");

  /** The file at a decoded path such as {@code /a/b.css}. */
  Optional<Path> find(String path) {
    if (!path.startsWith("/") || RULES.contains(path) || path.endsWith("/")) {
      return Optional.empty();
    }
    try {
      var file = directory.resolve(path.substring(1)).normalize();
      return file.startsWith(directory) && Files.isRegularFile(file) && !isIgnored(path)
          ? Optional.of(file)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Whether {@code .assetsignore} keeps the file from being served. */
  private boolean isIgnored(String path) {
    var lines = lines(".assetsignore");
    return !lines.isEmpty() && IgnoreRules.of(lines).ignores(path.substring(1));
  }

  /** The lines of a file at the top; none where there is no such file. */
  List<String> lines(String name) {
    var file = directory.resolve(name);
    try {
      return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** What changes when a file does. */
  static String etag(Path file) throws IOException {
    var state = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    return UUID.nameUUIDFromBytes(state.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }
}
