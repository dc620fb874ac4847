package dev.durascope.model.toml;

import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keys and values of TOML, with their spans.
 *
 * <p>On a valid text this is plain recursive descent. On a text known to be broken ({@code
 * repairing}) an array or inline table that was never closed also ends before a line that is
 * plainly a new statement, so that the rest of the file is still read; on a valid text that guess
 * is never made.
 */
final class TomlScanner {

  /** Nesting of arrays and inline tables. */
  static final int MAX_DEPTH = 200;

  private static final Pattern HEADER =
      Pattern.compile("[ \\t]*\\[\\[?[ \\t]*[A-Za-z_][^\\]\"',]*\\]\\]?[ \\t]*(#.*)?(\\R|$)");
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "[ \\t]*(?:[A-Za-z0-9_-]+|\"[^\"\\n]*\"|'[^'\\n]*')(?:[ \\t]*\\.[^=\\n]*)?[ \\t]*=");

  private final String text;
  private final boolean repairing;
  private int at;
  private int depth;

  TomlScanner(String text, boolean repairing) {
    this.text = text;
    this.repairing = repairing;
  }

  int at() {
    return at;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The next character; at the end a line break, which ends whatever may be open. */
  char peek() {
    return atEnd() ? '\n' : text.charAt(at);
  }

  boolean startsWith(String prefix) {
    return text.startsWith(prefix, at);
  }

  void skip(int count) {
    at = Math.min(at + count, text.length());
  }

  void skipBlanks() {
    while (!atEnd() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  void skipLine() {
    while (!atEnd() && text.charAt(at) != '\n') {
      at++;
    }
  }

  void skipBlanksAndLines() {
    while (!atEnd()) {
      char c = text.charAt(at);
      if (c == '#') {
        skipLine();
      } else if (isBlank(c) || c == '\n' || c == '\r') {
        at++;
      } else {
        return;
      }
    }
  }

  /** A dotted key; empty where none begins here. */
  List<Node.Key> keyPath() {
    var path = new ArrayList<Node.Key>();
    while (true) {
      skipBlanks();
      var key = key();
      if (key.isEmpty()) {
        return path;
      }
      path.add(key.get());
      int before = at;
      skipBlanks();
      if (peek() != '.') {
        at = before;
        return path;
      }
      at++;
    }
  }

  private Optional<Node.Key> key() {
    char c = peek();
    if (!atEnd() && (c == '"' || c == '\'')) {
      var string = string(c);
      return Optional.of(new Node.Key(string.value(), string.inside()));
    }
    int start = at;
    while (!atEnd() && isBareKey(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      return Optional.empty();
    }
    var span = new Span(start, at);
    return Optional.of(new Node.Key(span.of(text), span));
  }

  Node value() {
    char c = peek();
    if (atEnd() || c == '\n' || c == '\r' || c == '#') {
      return new Node.Missing(Span.at(at));
    }
    return switch (c) {
      case '"', '\'' -> string(c);
      case '[' -> nested(true);
      case '{' -> nested(false);
      default -> word();
    };
  }

  private Node nested(boolean array) {
    if (depth == MAX_DEPTH) {
      int start = at;
      at = text.length();
      return new Node.Missing(Span.at(start));
    }
    depth++;
    Node result = array ? array() : inlineTable();
    depth--;
    return result;
  }

  private Node.Array array() {
    int start = at++;
    var items = new ArrayList<Node>();
    while (true) {
      if (endsHere()) {
        break;
      }
      char c = text.charAt(at);
      if (c == ']') {
        at++;
        break;
      }
      if (c == ',') {
        at++;
      } else if (c == '}' || c == '=') {
        break;
      } else {
        items.add(value());
      }
    }
    return new Node.Array(new Span(start, at), items);
  }

  private Node.Table inlineTable() {
    int start = at++;
    var draft = new TableDraft();
    while (true) {
      if (endsHere()) {
        break;
      }
      char c = text.charAt(at);
      if (c == '}') {
        at++;
        break;
      }
      if (c == ',') {
        at++;
        continue;
      }
      var path = keyPath();
      if (path.isEmpty()) {
        break;
      }
      skipBlanks();
      if (peek() == '=') {
        at++;
        skipBlanks();
        draft.put(path, peek() == ',' || peek() == '}' ? new Node.Missing(Span.at(at)) : value());
      } else {
        draft.put(path, new Node.Missing(Span.at(path.getLast().span().end())));
      }
    }
    var span = new Span(start, at);
    boolean oneLine = span.of(text).indexOf('\n') < 0;
    return new Node.Table(
        span,
        oneLine ? span : new Span(start, start + 1),
        Optional.empty(),
        draft.toNode().entries());
  }

  /**
   * Skips to the next token of an open array or inline table; true where there is none: at the end
   * of the text, or before a new statement.
   */
  private boolean endsHere() {
    while (!atEnd()) {
      char c = text.charAt(at);
      if (c == '#') {
        skipLine();
      } else if (c == '\n') {
        if (repairing && isStatement(at + 1)) {
          return true;
        }
        at++;
      } else if (isBlank(c) || c == '\r') {
        at++;
      } else {
        return false;
      }
    }
    return true;
  }

  private boolean isStatement(int lineStart) {
    return HEADER.matcher(text).region(lineStart, text.length()).lookingAt()
        || ASSIGNMENT.matcher(text).region(lineStart, text.length()).lookingAt();
  }

  private Node.Text string(char quote) {
    int start = at;
    boolean multiline = text.startsWith(String.valueOf(quote).repeat(3), at);
    if (multiline) {
      return multiline(start, quote);
    }
    at++;
    while (!atEnd()) {
      char c = text.charAt(at);
      if (c == quote) {
        var inside = new Span(start + 1, at++);
        return text(new Span(start, at), inside, quote);
      }
      if (c == '\n' || c == '\r') {
        break;
      }
      at = Math.min(at + (c == '\\' && quote == '"' ? 2 : 1), text.length());
    }
    return text(new Span(start, at), new Span(start + 1, at), quote);
  }

  private Node.Text multiline(int start, char quote) {
    at += 3;
    int inside = at;
    if (startsWith("\r\n")) {
      inside += 2;
    } else if (startsWith("\n")) {
      inside++;
    }
    var close = String.valueOf(quote).repeat(3);
    at = inside;
    while (!atEnd() && !startsWith(close)) {
      skip(text.charAt(at) == '\\' && quote == '"' ? 2 : 1);
    }
    int end = at;
    if (!atEnd()) {
      at += 3;
      // Up to two more quotes belong to the text: """a""" is a, """a"""" is a".
      while (peek() == quote && !atEnd() && at - end < 5) {
        at++;
      }
      end = at - 3;
    }
    return text(new Span(start, at), new Span(inside, end), quote);
  }

  private Node.Text text(Span span, Span inside, char quote) {
    var raw = inside.of(text);
    return new Node.Text(span, inside, quote == '"' ? TomlEscapes.resolve(raw) : raw);
  }

  private Node word() {
    int start = at;
    while (!atEnd() && ",]}#\n\r".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    int end = at;
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (end == start) {
      at = Math.max(at, start + 1);
      return new Node.Missing(Span.at(start));
    }
    var span = new Span(start, end);
    var raw = span.of(text);
    return switch (raw) {
      case "true" -> new Node.Bool(span, true);
      case "false" -> new Node.Bool(span, false);
      default ->
          TomlNumbers.parse(raw)
              .<Node>map(number -> new Node.Numeric(span, number))
              .orElseGet(() -> new Node.Word(span, raw));
    };
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isBareKey(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }
}
