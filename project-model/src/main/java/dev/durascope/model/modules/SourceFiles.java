package dev.durascope.model.modules;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a project as seen by one analysis: the disk, with unsaved buffers in front of it.
 */
public interface SourceFiles {

  /** The largest file that is read as a module, in bytes. Larger ones are generated. */
  long MAX_FILE_BYTES = 4_000_000;

  /** The text of {@code file}; empty where there is none or where it cannot be read as text. */
  Optional<String> read(Path file);

  boolean isFile(Path file);

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
    };
  }
}
