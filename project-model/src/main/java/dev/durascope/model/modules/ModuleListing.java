package dev.durascope.model.modules;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** See {@link SourceFiles#modulesUnder}. */
final class ModuleListing {

  /** Folders whose content is installed, or made by a build. */
  private static final Set<String> MADE =
      Set.of("node_modules", "dist", "build", "out", "target", "coverage");

  private ModuleListing() {}

  /** A folder that cannot be read counts as empty. */
  static List<Path> of(Path directory) {
    var found = new ArrayList<Path>();
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return folder.equals(directory) || !isMade(folder)
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && isModule(file)) {
                found.add(file);
              }
              return found.size() < SourceFiles.MAX_LISTED
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      // What was found up to there is the answer.
    }
    return found.stream().sorted().toList();
  }

  /** Whether {@code file} would be listed for {@code directory} if it were on disk. */
  static boolean isListed(Path directory, Path file) {
    if (!file.startsWith(directory) || !isModule(file)) {
      return false;
    }
    for (Path at = file.getParent(); at != null && !at.equals(directory); at = at.getParent()) {
      if (isMade(at)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isModule(Path file) {
    return Grammar.of(String.valueOf(file.getFileName())).isPresent();
  }

  private static boolean isMade(Path folder) {
    var name = String.valueOf(folder.getFileName());
    return name.startsWith(".") || MADE.contains(name);
  }
}
