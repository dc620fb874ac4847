package dev.durascope.languageserver.server;

import dev.durascope.model.text.ColumnUnit;
import dev.durascope.model.text.LineIndex;
import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** Applies the client's changes to a buffer, in their order, each to the result of the last. */
final class TextEdits {

  private TextEdits() {}

  static String apply(
      String text, List<TextDocumentContentChangeEvent> changes, ColumnUnit columns) {
    var current = text;
    for (var change : changes) {
      var range = change.getRange();
      if (range == null) {
        current = change.getText();
      } else {
        var lines = LineIndex.of(current).counting(columns);
        int start = lines.offset(FromProtocol.position(range.getStart()));
        int end = Math.max(start, lines.offset(FromProtocol.position(range.getEnd())));
        current = current.substring(0, start) + change.getText() + current.substring(end);
      }
    }
    return current;
  }
}
