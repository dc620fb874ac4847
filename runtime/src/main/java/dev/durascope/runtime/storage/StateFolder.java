package dev.durascope.runtime.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All that the objects of a project keep, as files, for tools that work while nothing runs: {@code
 * .wrangler/state}, or what {@code --persist-to} named.
 *
 * @param persist the folder; it need not exist
 */
public record StateFolder(Path persist) {

  /** The classes that have a folder, by their unique keys. */
  public List<ClassFolder> classes() {
    var objects = persist.resolve("v3/do");
    if (!Files.isDirectory(objects)) {
      return List.of();
    }
    try (var folders = Files.list(objects)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .map(this::ofClass)
          .toList();
    } catch (IOException e) {
      throw ClassFolder.unreadable(objects, e);
    }
  }

  /**
   * The folder of a class; it need not exist.
   *
   * @param uniqueKey {@code worker-Class}
   */
  public ClassFolder ofClass(String uniqueKey) {
    return new ClassFolder(persist.resolve("v3/do").resolve(uniqueKey), uniqueKey);
  }
}
