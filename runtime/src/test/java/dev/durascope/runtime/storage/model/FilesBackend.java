package dev.durascope.runtime.storage.model;

import dev.durascope.runtime.storage.NamespaceStorage;
import dev.durascope.runtime.storage.SqliteNamespaceStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Storage in files. Death is a copy of them as they are at that moment, logs and all: just what a
 * new process would find.
 */
final class FilesBackend implements Backend {
  private static final String UNIQUE_KEY = "sample-Room";

  private final Path directory;
  private int lives;

  FilesBackend(Path directory) {
    this.directory = directory;
  }

  private Path current() {
    return directory.resolve("life" + lives);
  }

  @Override
  public NamespaceStorage open() {
    return SqliteNamespaceStorage.at(current(), UNIQUE_KEY);
  }

  @Override
  public void die() {
    var from = current();
    lives++;
    var to = current();
    if (!Files.exists(from)) {
      return;
    }
    try (var files = Files.walk(from)) {
      // The shared memory beside a log is of the process, and is made anew from the log.
      for (var file : files.filter(it -> !it.toString().endsWith("-shm")).toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean outlivesTheProcess() {
    return true;
  }

  @Override
  public void close() {
    if (!Files.exists(directory)) {
      return;
    }
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
