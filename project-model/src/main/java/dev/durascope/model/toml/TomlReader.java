package dev.durascope.model.toml;

import dev.durascope.model.text.LineIndex;
import dev.durascope.model.text.Problem;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Document;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The line level of TOML: headers, {@code key = value}, comments.
 *
 * <p>Reading goes line by line, so a mistake costs at most its own line: what cannot be understood
 * is skipped to the line's end. In a text that tomlj has found fault with, a value that spans lines
 * also ends where the next line is plainly a new statement (see {@link TomlScanner}).
 */
public final class TomlReader {

  private static final String NO_TOML = "Not TOML";

  private final TomlScanner in;
  private final TableDraft root = new TableDraft();
  private TableDraft current = root;
  private final List<Integer> starts = new ArrayList<>();

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

  /** The same, of a text that is known to be valid: nobody judges it, which is most of the work. */
  public static Document readValid(String text) {
    var reader = new TomlReader(new TomlScanner(text, false));
    reader.statements();
    return new Document(text, LineIndex.of(text), reader.root.toNode(), List.of());
  }

  /** What is wrong with it; where tomlj breaks off with an error of its own, the first of that. */
  private static List<Problem> problems(String text, LineIndex lines) {
    try {
      return TomlErrors.of(text, lines);
    } catch (RuntimeException brokenOff) { // tomlj 2.2.0 does, as at "n={1,]" before a header
      return firstProblem(text, lines);
    }
  }

  private static List<Problem> firstProblem(String text, LineIndex lines) {
    var reader = new TomlReader(new TomlScanner(text, true));
    reader.statements();
    var starts = reader.starts;
    if (starts.isEmpty()) {
      return List.of(new Problem(new Span(0, text.length()), NO_TOML));
    }
    int sound = 0; // so many statements have no fault together, and one more has
    for (int broken = starts.size(); broken - sound > 1; ) {
      int middle = (sound + broken) >>> 1;
      if (isSound(text.substring(0, starts.get(middle)))) {
        sound = middle;
      } else {
        broken = middle;
      }
    }
    int start = starts.get(sound);
    int end = sound + 1 < starts.size() ? starts.get(sound + 1) : text.length();
    try {
      var found = TomlErrors.of(text.substring(0, end), lines);
      if (!found.isEmpty()) {
        return found;
      }
    } catch (RuntimeException alsoAlone) {
      // Then there is nothing to be told but where.
    }
    int line = lines.position(start).line();
    return List.of(new Problem(new Span(start, lines.line(line).end()), NO_TOML));
  }

  private static boolean isSound(String text) {
    try {
      return TomlErrors.of(text, LineIndex.of(text)).isEmpty();
    } catch (RuntimeException brokenOff) {
      return false;
    }
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
      starts.add(in.at());
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
