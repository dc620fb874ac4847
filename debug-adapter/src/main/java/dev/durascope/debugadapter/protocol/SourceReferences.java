package dev.durascope.debugadapter.protocol;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers by which a client asks for the text of files that are not on the disk. */
final class SourceReferences {

  private final List<Path> files = new ArrayList<>();

  /** The number of a file, counted from 1; the same file always gets the same one. */
  synchronized int of(Path file) {
    int known = files.indexOf(file);
    if (known >= 0) {
      return known + 1;
    }
    files.add(file);
    return files.size();
  }

  synchronized Optional<Path> file(int reference) {
    return reference < 1 || reference > files.size()
        ? Optional.empty()
        : Optional.of(files.get(reference - 1));
  }
}
