package dev.durascope.languageserver.analysis;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A way to mend a fault.
 *
 * @param title what it does, as a menu says it
 * @param edits they do not overlap; all offsets are those of the texts before any edit
 * @param files what comes and goes as a whole
 */
public record Fix(String title, List<Edit> edits, List<FileChange> files) {

  /** A file that comes or goes. */
  public sealed interface FileChange {

    Path file();
  }

  /** A file that there was not. */
  public record Created(Path file, String text) implements FileChange {}

  public record Deleted(Path file) implements FileChange {}

  /** Replaces what is at {@code place} by {@code text}. */
  public record Edit(Place place, String text) {}

  public Fix {
    edits = edits.stream().sorted(Comparator.comparing(Edit::place)).toList();
    files = List.copyOf(files);
  }

  public Fix(String title, List<Edit> edits) {
    this(title, edits, List.of());
  }

  public Fix(String title, Place place, String text) {
    this(title, List.of(new Edit(place, text)));
  }

  public Fix(String title, Edit edit) {
    this(title, List.of(edit));
  }

  /** The text of {@code file} with this fix applied. */
  public String applyTo(Path file, String text) {
    var result = new StringBuilder();
    int at = 0;
    for (var edit : edits) {
      if (edit.place().file().equals(file)) {
        result.append(text, at, edit.place().span().start()).append(edit.text());
        at = edit.place().span().end();
      }
    }
    return result.append(text, at, text.length()).toString();
  }
}
