package dev.durascope.languageserver.feature;

import dev.durascope.model.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads TOML up to an offset; see {@link ConfigPlace}. */
final class TomlPlace {

  /** An inline table, or an array, that is open, and the keys that led to it. */
  private static final class Open {
    final boolean array;
    final List<String> path;

    Open(boolean array, List<String> path) {
      this.array = array;
      this.path = path;
    }
  }

  private final String text;
  private final int offset;
  private final Deque<Open> open = new ArrayDeque<>();

  /** The table of the last header. */
  private List<String> table = List.of();

  /** The parts of the key that is being read, or whose value is being read. */
  private final List<String> key = new ArrayList<>();

  private boolean inValue;

  private TomlPlace(String text, int offset) {
    this.text = text;
    this.offset = offset;
  }

  static Optional<ConfigPlace> at(String text, int offset) {
    return new TomlPlace(text, offset).read();
  }

  private Optional<ConfigPlace> read() {
    int at = 0;
    while (at < offset) {
      char c = text.charAt(at);
      if (c == '#') {
        int end = text.indexOf('\n', at);
        if (end < 0 || end >= offset) {
          return Optional.empty();
        }
        at = end;
      } else if (c == '"' || c == '\'') {
        var triple = String.valueOf(c).repeat(3);
        boolean multiline = text.startsWith(triple, at);
        int start = at + (multiline ? 3 : 1);
        if (start > offset) {
          return Optional.empty();
        }
        int end = multiline ? text.indexOf(triple, start) : stringEnd(start, c);
        if (end < 0 || end >= offset) {
          return place(ConfigPlace.inside(text, start, offset, c), c);
        }
        if (!inValue) {
          key.add(text.substring(start, end));
        }
        at = end + (multiline ? 3 : 1);
      } else if (c == '[' && open.isEmpty() && !inValue && isLineStart(at)) {
        int end = text.indexOf('\n', at);
        if (end < 0 || end >= offset) {
          return header(at);
        }
        table = parts(text.substring(at, end));
        at = end;
      } else if (isWord(c) && !inValue) {
        var word = ConfigPlace.word(text, at);
        if (word.end() >= offset) {
          return place(word, ConfigPlace.NO_QUOTE);
        }
        key.add(word.of(text));
        at = word.end();
      } else {
        punctuation(c);
        at++;
      }
    }
    return place(ConfigPlace.word(text, offset), ConfigPlace.NO_QUOTE);
  }

  private void punctuation(char c) {
    switch (c) {
      case '=' -> inValue = true;
      case '{' -> enter(false);
      case '[' -> enter(true);
      case '}', ']' -> leave();
      case ',' -> {
        if (!open.isEmpty() && !open.peek().array) {
          nextKey();
        }
      }
      case '\n' -> {
        if (open.isEmpty()) {
          nextKey();
        }
      }
      default -> {}
    }
  }

  private void enter(boolean array) {
    var path = new ArrayList<>(open.isEmpty() ? List.<String>of() : open.peek().path);
    path.addAll(key);
    open.push(new Open(array, path));
    key.clear();
    inValue = array;
  }

  private void leave() {
    open.poll();
    key.clear();
    inValue = true;
  }

  private void nextKey() {
    key.clear();
    inValue = false;
  }

  private int stringEnd(int from, char quote) {
    int at = from;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }

  private Optional<ConfigPlace> place(Span typed, char quote) {
    var path = new ArrayList<>(table);
    if (!open.isEmpty()) {
      path.addAll(open.peek().path);
    }
    path.addAll(key);
    if (!inValue) {
      return Optional.of(new ConfigPlace(path, Optional.empty(), typed, quote, false));
    }
    if (path.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ConfigPlace(
            path.subList(0, path.size() - 1), Optional.of(path.getLast()), typed, quote, false));
  }

  private Optional<ConfigPlace> header(int start) {
    var typed = ConfigPlace.word(text, offset);
    var before = parts(text.substring(start, Math.max(start, typed.start())));
    return Optional.of(
        new ConfigPlace(before, Optional.empty(), typed, ConfigPlace.NO_QUOTE, true));
  }

  /** The keys of a header, brackets and a comment behind it left away. */
  private static List<String> parts(String header) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          part.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '#') {
        break;
      } else if (c == '.' || c == ']') {
        if (!part.isEmpty()) {
          parts.add(part.toString());
          part.setLength(0);
        }
      } else if (isWord(c)) {
        part.append(c);
      }
    }
    if (!part.isEmpty()) {
      parts.add(part.toString());
    }
    return parts;
  }

  private boolean isLineStart(int at) {
    int before = at - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before < 0 || text.charAt(before) == '\n';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }
}
