package dev.durascope.model.json;

import dev.durascope.model.text.LineIndex;
import dev.durascope.model.text.Problem;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Document;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recursive-descent reader of JSON with comments and trailing commas that never fails.
 *
 * <p>Each step consumes something or returns, so it ends on any text. Where a token does not fit,
 * one problem names what was expected at that place, and reading goes on with the likeliest
 * intention: a comma that was forgotten, a value not typed yet, a bracket never closed. Two
 * problems at the same offset would say the same thing twice, so only the first is kept.
 *
 * <p>Nesting is limited to {@value #MAX_DEPTH} levels; no configuration comes near, and a hostile
 * text must not overflow the stack.
 */
public final class JsonReader {

  /** Nesting of arrays and objects. */
  static final int MAX_DEPTH = 200;

  private final String text;
  private final LineIndex lines;
  private final List<Problem> problems = new ArrayList<>();
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
    this.lines = LineIndex.of(text);
  }

  /** Reads {@code text}, whose root has to be an object. */
  public static Document read(String text) {
    var reader = new JsonReader(text);
    var root = reader.root();
    return new Document(text, reader.lines, root, reader.problems);
  }

  private Node.Table root() {
    if (text.startsWith("\uFEFF")) {
      at = 1;
    }
    skipTrivia();
    Node value = value();
    skipTrivia();
    if (at < text.length()) {
      problem(new Span(at, lineEnd(at)), "Expected the end of the file here");
    }
    if (value instanceof Node.Table table) {
      return table;
    }
    if (!(value instanceof Node.Missing)) {
      problem(value.anchor(), "Expected an object: { … }");
    }
    return Node.Table.EMPTY;
  }

  private Node value() {
    if (at >= text.length()) {
      return missing("Expected a value");
    }
    return switch (text.charAt(at)) {
      case '{' -> nested(true);
      case '[' -> nested(false);
      case '"' -> string('"');
      case '\'' -> {
        int start = at;
        var string = string('\'');
        problem(new Span(start, at), "Strings need double quotes");
        yield string;
      }
      case ',', '}', ']', ':' -> missing("Expected a value");
      default -> word();
    };
  }

  private Node nested(boolean object) {
    if (depth == MAX_DEPTH) {
      problem(new Span(at, at + 1), "Nested more than " + MAX_DEPTH + " levels deep");
      at = text.length();
      return new Node.Missing(Span.at(at));
    }
    depth++;
    Node result = object ? object() : array();
    depth--;
    return result;
  }

  private Node.Table object() {
    int start = at++;
    var entries = new ArrayList<Node.Entry>();
    boolean separated = true;
    while (true) {
      skipTrivia();
      if (at >= text.length()) {
        problem(Span.at(contentEnd()), "Expected } to close the object of line " + lineOf(start));
        break;
      }
      char c = text.charAt(at);
      if (c == '}') {
        at++;
        break;
      }
      if (c == ']') {
        problem(new Span(at, at + 1), "Expected } to close the object of line " + lineOf(start));
        break;
      }
      if (c == ',') {
        if (separated) {
          problem(new Span(at, at + 1), "Expected a property before this comma");
        }
        separated = true;
        at++;
        continue;
      }
      if (!separated) {
        problem(Span.at(contentEnd()), "Expected a comma");
      }
      entries.add(entry());
      separated = false;
    }
    var span = new Span(start, at);
    return new Node.Table(span, anchor(span), Optional.empty(), entries);
  }

  private Span anchor(Span span) {
    boolean oneLine = lines.position(span.start()).line() == lines.position(span.end()).line();
    return oneLine ? span : new Span(span.start(), span.start() + 1);
  }

  private Node.Entry entry() {
    Node.Key key = key();
    skipTrivia();
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
      skipTrivia();
      return new Node.Entry(key, value());
    }
    var caret = Span.at(contentEnd());
    problem(caret, "Expected a colon and a value");
    return new Node.Entry(key, new Node.Missing(caret));
  }

  private Node.Key key() {
    char c = text.charAt(at);
    if (c == '"') {
      var string = string('"');
      return new Node.Key(string.value(), string.inside());
    }
    int start = at;
    if (c == '\'') {
      var string = string('\'');
      problem(new Span(start, at), "Property names need double quotes");
      return new Node.Key(string.value(), string.inside());
    }
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      at++;
    }
    var span = new Span(start, at);
    problem(span, "Expected a property name in double quotes");
    return new Node.Key(span.of(text), span);
  }

  private Node.Array array() {
    int start = at++;
    var items = new ArrayList<Node>();
    boolean separated = true;
    while (true) {
      skipTrivia();
      if (at >= text.length()) {
        problem(Span.at(contentEnd()), "Expected ] to close the array of line " + lineOf(start));
        break;
      }
      char c = text.charAt(at);
      if (c == ']') {
        at++;
        break;
      }
      if (c == '}' || c == ':') {
        problem(new Span(at, at + 1), "Expected ] to close the array of line " + lineOf(start));
        if (c == '}') {
          break;
        }
        at++;
        continue;
      }
      if (c == ',') {
        if (separated) {
          problem(new Span(at, at + 1), "Expected a value before this comma");
        }
        separated = true;
        at++;
        continue;
      }
      if (!separated) {
        problem(Span.at(contentEnd()), "Expected a comma");
      }
      items.add(value());
      separated = false;
    }
    return new Node.Array(new Span(start, at), items);
  }

  private Node.Text string(char quote) {
    int start = at++;
    var value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == quote) {
        at++;
        return new Node.Text(new Span(start, at), new Span(start + 1, at - 1), value.toString());
      }
      if (c == '\n' || c == '\r') {
        break;
      }
      if (c == '\\') {
        escape(value);
      } else {
        if (c < ' ' && c != '\t') {
          problem(new Span(at, at + 1), "A control character has to be written as an escape");
        }
        value.append(c);
        at++;
      }
    }
    problem(new Span(start, at), "This string is never closed");
    return new Node.Text(new Span(start, at), new Span(start + 1, at), value.toString());
  }

  private void escape(StringBuilder value) {
    int start = at++;
    if (at >= text.length()) {
      return;
    }
    char c = text.charAt(at++);
    switch (c) {
      case '"', '\\', '/', '\'' -> value.append(c);
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'u' -> unicode(start, value);
      default -> {
        at = c == '\n' || c == '\r' ? at - 1 : at;
        problem(new Span(start, at), "Not an escape that JSON has");
      }
    }
  }

  private void unicode(int start, StringBuilder value) {
    int end = at;
    while (end < text.length() && end < at + 4 && Character.digit(text.charAt(end), 16) >= 0) {
      end++;
    }
    if (end == at + 4) {
      value.append((char) Integer.parseInt(text, at, end, 16));
    } else {
      problem(new Span(start, end), "\\u needs four hexadecimal digits");
    }
    at = end;
  }

  /** {@code true}, {@code false}, {@code null}, a number, or a word that is none of them. */
  private Node word() {
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      at++;
    }
    var span = new Span(start, at);
    var raw = span.of(text);
    return switch (raw) {
      case "true" -> new Node.Bool(span, true);
      case "false" -> new Node.Bool(span, false);
      case "null" -> new Node.Null(span);
      default -> {
        var number = JsonNumber.parse(raw);
        if (number.isPresent()) {
          yield new Node.Numeric(span, number.get());
        }
        problem(span, "Expected a value, found " + raw);
        yield new Node.Word(span, raw);
      }
    };
  }

  private void skipTrivia() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else if (text.startsWith("//", at)) {
        at = lineEnd(at);
      } else if (text.startsWith("/*", at)) {
        int close = text.indexOf("*/", at + 2);
        if (close < 0) {
          problem(new Span(at, at + 2), "This comment is never closed");
          at = text.length();
        } else {
          at = close + 2;
        }
      } else {
        return;
      }
    }
  }

  private Node.Missing missing(String message) {
    int end = Math.min(at + 1, text.length());
    problem(new Span(at, end), message);
    return new Node.Missing(Span.at(at));
  }

  private void problem(Span span, String message) {
    if (problems.isEmpty() || problems.getLast().span().start() != span.start()) {
      problems.add(new Problem(span, message));
    }
  }

  /** The end of what is written before the current offset, blanks left out. */
  private int contentEnd() {
    int end = at;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private int lineEnd(int offset) {
    return lines.line(lines.position(offset).line()).end();
  }

  private int lineOf(int offset) {
    return lines.position(offset).line() + 1;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || "_-+.$".indexOf(c) >= 0;
  }
}
