package dev.durascope.languageserver.feature;

import dev.durascope.model.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads JSON with comments up to an offset; see {@link ConfigPlace}. */
final class JsonPlace {

  /** What is open: an object, whose {@code key} is the one whose value comes; or an array. */
  private static final class Open {
    final boolean array;
    Optional<String> key = Optional.empty();

    Open(boolean array) {
      this.array = array;
    }
  }

  private final String text;
  private final int offset;
  private final Deque<Open> open = new ArrayDeque<>();
  private String lastString = "";

  private JsonPlace(String text, int offset) {
    this.text = text;
    this.offset = offset;
  }

  static Optional<ConfigPlace> at(String text, int offset) {
    return new JsonPlace(text, offset).read();
  }

  private Optional<ConfigPlace> read() {
    int at = 0;
    while (at < offset) {
      char c = text.charAt(at);
      if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        if (end < 0 || end >= offset) {
          return Optional.empty();
        }
        at = end;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0 || end + 2 > offset) {
          return Optional.empty();
        }
        at = end + 2;
      } else if (c == '"') {
        int end = stringEnd(at + 1);
        if (end >= offset) {
          return place(ConfigPlace.inside(text, at + 1, offset, '"'), '"');
        }
        lastString = text.substring(at + 1, end);
        at = end + 1;
      } else {
        punctuation(c);
        at++;
      }
    }
    return place(ConfigPlace.word(text, offset), ConfigPlace.NO_QUOTE);
  }

  private void punctuation(char c) {
    var innermost = open.peek();
    switch (c) {
      case '{' -> open.push(new Open(false));
      case '[' -> open.push(new Open(true));
      case '}', ']' -> open.poll();
      case ':' -> {
        if (innermost != null && !innermost.array) {
          innermost.key = Optional.of(lastString);
        }
      }
      case ',' -> {
        if (innermost != null && !innermost.array) {
          innermost.key = Optional.empty();
        }
      }
      default -> {}
    }
  }

  /** The offset of the quote that ends a string, or of the line's end. */
  private int stringEnd(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }

  private Optional<ConfigPlace> place(Span typed, char quote) {
    if (open.isEmpty()) {
      return Optional.empty();
    }
    var path = new ArrayList<String>();
    open.descendingIterator().forEachRemaining(each -> each.key.ifPresent(path::add));
    boolean value = open.peek().array || open.peek().key.isPresent();
    if (!value) {
      return Optional.of(new ConfigPlace(path, Optional.empty(), typed, quote, false));
    }
    if (path.isEmpty()) {
      return Optional.empty();
    }
    List<String> table = path.subList(0, path.size() - 1);
    return Optional.of(new ConfigPlace(table, Optional.of(path.getLast()), typed, quote, false));
  }
}
