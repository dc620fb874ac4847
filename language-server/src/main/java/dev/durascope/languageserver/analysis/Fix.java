package dev.durascope.languageserver.analysis;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A way to mend a fault.
 *
 * @param title what it does, as a menu says it
 * @param edits they do not overlap; all offsets are those of the texts before any edit
 */
public record Fix(String title, List<Edit> edits) {

  /** Replaces what is at {@code place} by {@code text}. */
  public record Edit(Place place, String text) {}

  public Fix {
    edits = edits.stream().sorted(Comparator.comparing(Edit::place)).toList();
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
