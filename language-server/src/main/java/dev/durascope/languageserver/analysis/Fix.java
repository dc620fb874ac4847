package dev.durascope.languageserver.analysis;

import dev.durascope.model.text.Span;
import java.util.Comparator;
import java.util.List;

/**
 * A way to mend a fault in the configuration file that has it.
 *
 * @param title what it does, as a menu says it
 * @param edits they do not overlap; all offsets are those of the text before any edit
 */
public record Fix(String title, List<Edit> edits) {

  /** Replaces {@code span} by {@code text}. */
  public record Edit(Span span, String text) {}

  public Fix {
    edits = edits.stream().sorted(Comparator.comparing(Edit::span)).toList();
  }

  public Fix(String title, Span span, String text) {
    this(title, List.of(new Edit(span, text)));
  }

  /** The text with this fix applied. */
  public String applyTo(String text) {
    var result = new StringBuilder();
    int at = 0;
    for (var edit : edits) {
      result.append(text, at, edit.span().start()).append(edit.text());
      at = edit.span().end();
    }
    return result.append(text, at, text.length()).toString();
  }
}
