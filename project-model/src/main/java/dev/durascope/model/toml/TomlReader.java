package dev.durascope.model.toml;

import dev.durascope.model.text.LineIndex;
import dev.durascope.model.text.Problem;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Document;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;

/**
 * The line level of TOML: headers, {@code key = value}, comments.
 *
 * <p>Reading goes line by line, so a mistake costs at most its own line: what cannot be understood
 * is skipped to the line's end. In a text that tomlj has found fault with, a value that spans lines
 * also ends where the next line is plainly a new statement (see {@link TomlScanner}).
 */
public final class TomlReader {

  private final TomlScanner in;
  private final TableDraft root = new TableDraft();
  private TableDraft current = root;

  private TomlReader(TomlScanner in) {
    this.in = in;
  }

  /** Reads {@code text}. */
  public static Document read(String text) {
    var lines = LineIndex.of(text);
    var problems = problems(text, lines);
    var reader = new TomlReader(new TomlScanner(text, !problems.isEmpty()));
    reader.statements();
    return new Document(text, lines, reader.root.toNode(), problems);
  }

  private static List<Problem> problems(String text, LineIndex lines) {
    // tomlj takes a byte order mark for a key; a blank in its place keeps every column.
    var folded = FoldedText.of(text.startsWith("\uFEFF") ? " " + text.substring(1) : text);
    var result = Toml.parse(folded.text());
    var problems = new ArrayList<Problem>();
    for (var error : result.errors()) {
      problems.add(
          TomlErrors.locate(
              text,
              lines,
              folded.original(error.position().line()),
              error.position().column(),
              error.getMessage()));
    }
    return problems;
  }

  private void statements() {
    if (in.peek() == '\uFEFF') {
      in.skip(1);
    }
    while (!in.atEnd()) {
      in.skipBlanksAndLines();
      if (in.atEnd()) {
        return;
      }
      if (in.peek() == '[') {
        header();
      } else {
        keyValue(current);
      }
      in.skipLine();
    }
  }

  private void header() {
    int start = in.at();
    boolean ofArray = in.startsWith("[[");
    in.skip(ofArray ? 2 : 1);
    in.skipBlanks();
    var path = in.keyPath();
    in.skipBlanks();
    for (int i = 0; i < (ofArray ? 2 : 1) && in.peek() == ']'; i++) {
      in.skip(1);
    }
    var header = new Span(start, in.at());
    if (path.isEmpty()) {
      current = new TableDraft();
      return;
    }
    var owner = root;
    for (var key : path.subList(0, path.size() - 1)) {
      owner = owner.descend(key);
    }
    var anchor = new Span(path.getFirst().span().start(), path.getLast().span().end());
    var last = path.getLast();
    current = ofArray ? owner.append(last) : owner.descend(last);
    current.declare(header, anchor);
  }

  private void keyValue(TableDraft table) {
    var path = in.keyPath();
    if (path.isEmpty()) {
      return;
    }
    in.skipBlanks();
    Node value;
    if (in.peek() == '=') {
      in.skip(1);
      in.skipBlanks();
      value = in.value();
    } else {
      value = new Node.Missing(Span.at(path.getLast().span().end()));
    }
    table.put(path, value);
  }
}
