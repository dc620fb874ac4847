package dev.durascope.intellij;

import com.intellij.openapi.vfs.VirtualFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder that a file's Worker lives in: the nearest one above it with a wrangler configuration.
 *
 * <p>A monorepo has many, so the IDE's project is not it. What is installed under {@code
 * node_modules} belongs to none, even if a package carries a configuration of its own.
 */
final class WranglerProject {
  private static final List<String> CONFIGURATIONS =
      List.of("wrangler.json", "wrangler.jsonc", "wrangler.toml");

  private WranglerProject() {}

  /** None too for a file that is not on disk. */
  static Optional<Path> folderOf(VirtualFile file) {
    try {
      return folderOf(Path.of(file.getPath()));
    } catch (InvalidPathException notOnDisk) {
      return Optional.empty();
    }
  }

  static Optional<Path> folderOf(Path file) {
    for (Path name : file) {
      if (name.toString().equals("node_modules")) {
        return Optional.empty();
      }
    }
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      Path here = folder;
      if (CONFIGURATIONS.stream().anyMatch(name -> Files.isRegularFile(here.resolve(name)))) {
        return Optional.of(here);
      }
    }
    return Optional.empty();
  }
}
