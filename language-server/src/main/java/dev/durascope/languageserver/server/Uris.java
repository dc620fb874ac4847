package dev.durascope.languageserver.server;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** Between the protocol's URIs and paths. Documents that are no files have no path. */
final class Uris {

  private Uris() {}

  static Optional<Path> path(String uri) {
    try {
      var parsed = URI.create(uri);
      return "file".equals(parsed.getScheme())
          ? Optional.of(Path.of(parsed).normalize())
          : Optional.empty();
    } catch (IllegalArgumentException | FileSystemNotFoundException notAFile) {
      return Optional.empty();
    }
  }

  static String of(Path path) {
    return path.toUri().toString();
  }
}
