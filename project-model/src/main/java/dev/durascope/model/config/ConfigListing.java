package dev.durascope.model.config;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * The configurations anywhere in a workspace: those that people write, so none in installed
 * packages, in hidden folders, or where builds put their products.
 */
public final class ConfigListing {

  /** Folders below the workspace's that are looked into. */
  static final int MAX_DEPTH = 8;

  /** Configurations that one listing has. */
  static final int MAX_LISTED = 500;

  private ConfigListing() {}

  /** At most {@value #MAX_LISTED}, sorted. A folder that cannot be read counts as empty. */
  public static List<Path> under(Path directory) {
    var found = new ArrayList<Path>();
    try {
      Files.walkFileTree(
          directory,
          EnumSet.noneOf(FileVisitOption.class),
          MAX_DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return folder.equals(directory) || !EntryPoint.isMade(folder)
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && ConfigFiles.isConfig(file)) {
                found.add(file);
              }
              return found.size() < MAX_LISTED
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
}
