package dev.durascope.model.modules;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The files of a project as seen by one analysis: the disk, with unsaved buffers in front of it.
 */
public interface SourceFiles {

  /** The largest file that is read as a module, in bytes. Larger ones are generated. */
  long MAX_FILE_BYTES = 4_000_000;

  /** Files that one listing has. */
  int MAX_LISTED = 5_000;

  /** No file at all: what is {@link #with} others is them alone. */
  SourceFiles NONE =
      new SourceFiles() {
        @Override
        public Optional<String> read(Path file) {
          return Optional.empty();
        }

        @Override
        public boolean isFile(Path file) {
          return false;
        }
      };

  /** The text of {@code file}; empty where there is none or where it cannot be read as text. */
  Optional<String> read(Path file);

  boolean isFile(Path file);

  /**
   * The JavaScript and TypeScript files below {@code directory} that people write, sorted: none of
   * installed packages, of hidden folders, or of folders that builds write to. At most {@value
   * #MAX_LISTED}.
   */
  default List<Path> modulesUnder(Path directory) {
    return List.of();
  }

  /** The files that lie in {@code directory} itself. */
  default List<Path> filesIn(Path directory) {
    return List.of();
  }

  /** These files with {@code buffers} in front, by absolute normalized path. */
  default SourceFiles with(Map<Path, String> buffers) {
    var disk = this;
    var front = Map.copyOf(buffers);
    return new SourceFiles() {
      @Override
      public Optional<String> read(Path file) {
        var buffer = front.get(file);
        return buffer != null ? Optional.of(buffer) : disk.read(file);
      }

      @Override
      public boolean isFile(Path file) {
        return front.containsKey(file) || disk.isFile(file);
      }

      @Override
      public List<Path> modulesUnder(Path directory) {
        var all = new TreeSet<>(disk.modulesUnder(directory));
        front.keySet().stream()
            .filter(file -> ModuleListing.isListed(directory, file))
            .forEach(all::add);
        return List.copyOf(all);
      }

      @Override
      public List<Path> filesIn(Path directory) {
        var all = new TreeSet<>(disk.filesIn(directory));
        front.keySet().stream()
            .filter(file -> directory.equals(file.getParent()))
            .forEach(all::add);
        return List.copyOf(all);
      }
    };
  }
}
