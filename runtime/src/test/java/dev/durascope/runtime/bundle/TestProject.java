package dev.durascope.runtime.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project's directory, written file by file. */
public record TestProject(Path dir) {

  /** Writes a file beneath the project and gives its path. */
  public Path write(String name, String content) {
    try {
      var file = dir.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String name) {
    return dir.resolve(name);
  }

  BundleOptions options(String entry) {
    return BundleOptions.of(dir.resolve(entry), dir);
  }
}
