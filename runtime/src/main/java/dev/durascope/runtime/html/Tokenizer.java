package dev.durascope.runtime.html;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes that come in pieces into tokens, by the states of the HTML standard's tokenizer. A
 * token is given when its end is there: what is incomplete waits in the buffer. Encodings are those
 * in which markup is ASCII. Each {@code <} that is no markup is a text token of its own.
 */
final class Tokenizer {
  /** What may wait in the buffer for the end of its token, in bytes. */
  private static final int MAX_WAITING_BYTES = 3 * 1024 * 1024;

  /** Numbers an attribute has in the spans of a start tag. */
  static final int SPAN = 5;

  private static final int NONE = -1;
  private static final String CDATA_START = "<![CDATA[";
  private static final String CDATA_END = "]]>";

  /** How deep in comments and scripts the text of a script is. */
  private enum ScriptState {
    PLAIN,
    ESCAPED,
    DOUBLY_ESCAPED
  }

  private final Charset charset;
  private byte[] buffer = new byte[0];
  private int from;
  private int to;
  private boolean ended;
  private TextMode mode = TextMode.DATA;
  private String rawElement = "";
  private ScriptState script = ScriptState.PLAIN;
  private int[] spans = new int[SPAN * 8];

  Tokenizer(Charset charset) {
    this.charset = charset;
  }

  byte[] buffer() {
    return buffer;
  }

  /** Where the bytes in the buffer end. */
  int limit() {
    return to;
  }

  boolean hasEnded() {
    return ended;
  }

  void feed(byte[] bytes) {
    var waiting = to - from;
    if (waiting + bytes.length > MAX_WAITING_BYTES && waiting > 0) {
      throw new HtmlException("The memory limit has been exceeded.");
    }
    if (waiting == 0) {
      buffer = bytes;
    } else {
      var joined = Arrays.copyOfRange(buffer, from, to + bytes.length);
      System.arraycopy(bytes, 0, joined, waiting, bytes.length);
      buffer = joined;
    }
    from = 0;
    to = waiting + bytes.length;
  }

  void end() {
    ended = true;
  }

  /** What follows is the text of the element {@code tag}. */
  void enter(TextMode newMode, String tag) {
    mode = newMode;
    rawElement = tag;
    script = ScriptState.PLAIN;
  }

  /** Puts the last bytes of the text token just given back, to be read again with what follows. */
  void giveBack(int bytes) {
    from -= bytes;
  }

  /**
   * The next token, null if there is none yet.
   *
   * @param inForeign whether CDATA sections are known, as in SVG
   */
  @Nullable Token next(boolean inForeign) {
    if (from == to) {
      return null;
    }
    var isMarkup = buffer[from] == '<';
    var token =
        switch (mode) {
          case PLAIN -> new Token.Text(from, to);
          case CDATA -> cdata();
          case DATA -> isMarkup ? markup(inForeign) : text();
          case RAW, SCRIPT -> isMarkup ? rawMarkup() : text();
        };
    if (token != null) {
      from = token.to();
    }
    return token;
  }

  private Token.@Nullable Text text() {
    var at = from;
    while (at < to && buffer[at] != '<') {
      if (script != ScriptState.PLAIN && buffer[at] == '-' && startsWith(at, "-->")) {
        script = ScriptState.PLAIN;
      }
      at++;
    }
    if (at == to && script != ScriptState.PLAIN && !ended) {
      // Dashes at the end may be those of "-->".
      while (at > from && to - at < 2 && buffer[at - 1] == '-') {
        at--;
      }
      return at == from ? null : new Token.Text(from, at);
    }
    return new Token.Text(from, at);
  }

  private @Nullable Token markup(boolean inForeign) {
    if (from + 1 == to) {
      return orText(1);
    }
    var next = buffer[from + 1];
    if (isLetter(next)) {
      return tag(from + 1, false);
    }
    if (next == '/') {
      if (from + 2 == to) {
        return orText(2);
      }
      if (isLetter(buffer[from + 2])) {
        return tag(from + 2, true);
      }
      return buffer[from + 2] == '>' ? new Token.Other(from, from + 3) : bogusComment(from + 2);
    }
    if (next == '!') {
      return declaration(inForeign);
    }
    return next == '?' ? bogusComment(from + 1) : new Token.Text(from, from + 1);
  }

  /** The first bytes as text, if nothing more will come. */
  private Token.@Nullable Text orText(int length) {
    return ended ? new Token.Text(from, from + length) : null;
  }

  private @Nullable Token declaration(boolean inForeign) {
    if (startsWith(from, "<!--")) {
      return comment();
    }
    if (startsWith(from, "<!doctype")) {
      var end = indexOf('>', from + 9);
      if (end == NONE) {
        return ended ? new Token.Doctype(from, to) : null;
      }
      return new Token.Doctype(from, end + 1);
    }
    if (inForeign && startsWith(from, CDATA_START)) {
      enter(TextMode.CDATA, "");
      return new Token.Other(from, from + CDATA_START.length());
    }
    if (!ended
        && (mayBecome("<!--") || mayBecome("<!doctype") || (inForeign && mayBecome(CDATA_START)))) {
      return null;
    }
    return bogusComment(from + 2);
  }

  /** The text of a CDATA section, or its end. */
  private @Nullable Token cdata() {
    for (var at = from; at < to; at++) {
      if (buffer[at] == ']' && startsWith(at, CDATA_END)) {
        if (at > from) {
          return new Token.Text(from, at);
        }
        enter(TextMode.DATA, "");
        return new Token.Other(from, from + CDATA_END.length());
      }
    }
    var keep = ended ? 0 : Math.min(CDATA_END.length() - 1, to - from);
    return keep == to - from ? null : new Token.Text(from, to - keep);
  }

  private Token.@Nullable Comment comment() {
    var start = from + 4;
    if (startsWith(start, ">")) {
      return new Token.Comment(from, start + 1, start, start);
    }
    if (startsWith(start, "->")) {
      return new Token.Comment(from, start + 2, start, start);
    }
    for (var at = start; at < to; at++) {
      if (buffer[at] == '-' && startsWith(at, "-->")) {
        return new Token.Comment(from, at + 3, start, at);
      }
      if (buffer[at] == '-' && startsWith(at, "--!>")) {
        return new Token.Comment(from, at + 4, start, at);
      }
    }
    return ended ? new Token.Comment(from, to, start, to) : null;
  }

  private Token.@Nullable Comment bogusComment(int start) {
    var end = indexOf('>', start);
    if (end == NONE) {
      return ended ? new Token.Comment(from, to, start, to) : null;
    }
    return new Token.Comment(from, end + 1, start, end);
  }

  /** What {@code <} begins where only the element's own end tag is markup. */
  private @Nullable Token rawMarkup() {
    var endTag = "</" + rawElement;
    if (startsWith(from, endTag) && isAfterName(from + endTag.length())) {
      if (script != ScriptState.DOUBLY_ESCAPED) {
        var token = tag(from + 2, true);
        if (token != null) {
          enter(TextMode.DATA, "");
        }
        return token;
      }
      script = ScriptState.ESCAPED;
    } else if (!ended && mayBecome(endTag)) {
      return null;
    } else if (mode == TextMode.SCRIPT) {
      if (!ended && (mayBecome("<script") || mayBecome("<!--"))) {
        return null;
      }
      if (script == ScriptState.PLAIN && startsWith(from, "<!--")) {
        script = ScriptState.ESCAPED;
        return new Token.Text(from, from + 2); // "-->" may share its dashes
      }
      if (script == ScriptState.ESCAPED
          && startsWith(from, "<script")
          && isAfterName(from + "<script".length())) {
        script = ScriptState.DOUBLY_ESCAPED;
      }
    }
    return new Token.Text(from, from + 1);
  }

  /** Whether a name that ends here is a whole one. */
  private boolean isAfterName(int at) {
    return at < to && (isSpace(buffer[at]) || buffer[at] == '/' || buffer[at] == '>');
  }

  private @Nullable Token tag(int nameFrom, boolean isEnd) {
    var at = nameFrom;
    while (at < to && !isSpace(buffer[at]) && buffer[at] != '/' && buffer[at] != '>') {
      at++;
    }
    var nameTo = at;
    var count = 0;
    var selfClosing = false;
    while (at < to) {
      var c = buffer[at];
      if (c == '>') {
        at++;
        return isEnd
            ? new Token.EndTag(from, at, name(nameFrom, nameTo))
            : new StartTag(buffer, from, at, nameTo, spans, count, selfClosing, charset);
      }
      selfClosing = c == '/';
      if (selfClosing || isSpace(c)) {
        at++;
        continue;
      }
      at = attribute(at, count);
      count++;
    }
    return ended ? new Token.Other(from, to) : null;
  }

  private String name(int start, int end) {
    return new String(buffer, start, end - start, charset).toLowerCase(Locale.ROOT);
  }

  /** Notes an attribute; where it ends, which is behind the buffer if its end is not there. */
  private int attribute(int start, int index) {
    var at = start + 1;
    while (at < to && !isSpace(buffer[at]) && "/>=".indexOf(buffer[at]) < 0) {
      at++;
    }
    var nameTo = at;
    while (at < to && isSpace(buffer[at])) {
      at++;
    }
    if (at >= to || buffer[at] != '=') {
      return note(index, start, nameTo, nameTo, nameTo, nameTo);
    }
    at++;
    while (at < to && isSpace(buffer[at])) {
      at++;
    }
    if (at < to && (buffer[at] == '"' || buffer[at] == '\'')) {
      var end = indexOf((char) buffer[at], at + 1);
      return end == NONE ? to : note(index, start, nameTo, at + 1, end, end + 1);
    }
    var valueFrom = at;
    while (at < to && !isSpace(buffer[at]) && buffer[at] != '>') {
      at++;
    }
    return note(index, start, nameTo, valueFrom, at, at);
  }

  private int note(int index, int... numbers) {
    if ((index + 1) * SPAN > spans.length) {
      spans = Arrays.copyOf(spans, spans.length * 2);
    }
    System.arraycopy(numbers, 0, spans, index * SPAN, SPAN);
    return numbers[SPAN - 1];
  }

  private int indexOf(char c, int start) {
    for (var at = start; at < to; at++) {
      if (buffer[at] == c) {
        return at;
      }
    }
    return NONE;
  }

  /** Whether ASCII text stands here, without regard to case. */
  private boolean startsWith(int start, String text) {
    return start + text.length() <= to && sharesWith(start, text, text.length());
  }

  /** Whether the buffer ends before it is clear that it holds {@code text} and one byte more. */
  private boolean mayBecome(String text) {
    return to - from <= text.length() && sharesWith(from, text, to - from);
  }

  private boolean sharesWith(int start, String text, int length) {
    for (var i = 0; i < length; i++) {
      if (lower(buffer[start + i]) != lower((byte) text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte c) {
    return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  }

  private static boolean isLetter(byte c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isSpace(byte c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }
}
