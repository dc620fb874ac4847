package dev.durascope.languageserver.server;

import dev.durascope.model.text.LineIndex;
import dev.durascope.model.text.Position;
import dev.durascope.model.text.Span;
import org.eclipse.lsp4j.Range;

/** The protocol's values as ours. */
final class FromProtocol {

  private FromProtocol() {}

  static Position position(org.eclipse.lsp4j.Position position) {
    return new Position(Math.max(0, position.getLine()), Math.max(0, position.getCharacter()));
  }

  static int offset(LineIndex lines, org.eclipse.lsp4j.Position position) {
    return lines.offset(position(position));
  }

  static Span span(LineIndex lines, Range range) {
    int start = lines.offset(position(range.getStart()));
    return new Span(start, Math.max(start, lines.offset(position(range.getEnd()))));
  }
}
