package dev.durascope.languageserver.feature;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The call whose arguments an offset of a module is in, as it is written, finished or not.
 *
 * <p>It is read from the text and not from a tree: where somebody types there is no tree to trust.
 * Brackets, strings, comments and regular expressions up to the offset are all that counts.
 *
 * @param receiver what the method is called on, without blanks: {@code this.ctx.storage}
 * @param argument the number of the argument that the offset is in, from 0
 * @param first the beginning of the first argument, without blanks
 * @param isQuoted whether the offset is in a string
 * @param object the text of the object that the offset is in, from behind its brace to the offset,
 *     where it is an argument itself
 */
record CallSite(
    String receiver,
    String method,
    int argument,
    String first,
    boolean isQuoted,
    Optional<String> object) {

  /** {@code this.ctx.storage.list<string>(}, perhaps with {@code ?.}. */
  private static final Pattern CALLEE =
      Pattern.compile(
          "((?:[A-Za-z_$#][\\w$]*\\s*\\??\\.\\s*)*)([A-Za-z_$#][\\w$]*)\\s*(?:<[^<>()]*>)?\\s*$");

  /** How far before a bracket its callee begins. */
  private static final int MAX_CALLEE_CHARS = 300;

  /** How much of the first argument is kept. */
  private static final int FIRST_CHARS = 20;

  /** A bracket that is open: its sign, where it is, and the commas in it so far. */
  private static final class Bracket {
    final char sign;
    final int at;
    int commas;

    Bracket(char sign, int at) {
      this.sign = sign;
      this.at = at;
    }
  }

  static Optional<CallSite> at(String text, int offset) {
    var reading = new Reading(text, offset);
    return reading.isCode() ? of(text, offset, reading) : Optional.empty();
  }

  private static Optional<CallSite> of(String text, int offset, Reading reading) {
    var open = reading.open;
    if (open.isEmpty()) {
      return Optional.empty();
    }
    var object = Optional.<String>empty();
    var innermost = open.pop();
    if (innermost.sign != '(') {
      // An argument that is an object or a list, and nothing that is deeper, or a function's body.
      if (open.isEmpty() || open.peek().sign != '(' || !beginsArgument(text, innermost.at)) {
        return Optional.empty();
      }
      if (innermost.sign == '{') {
        object = Optional.of(text.substring(innermost.at + 1, offset));
      }
      innermost = open.pop();
    }
    var before = text.substring(Math.max(0, innermost.at - MAX_CALLEE_CHARS), innermost.at);
    var callee = CALLEE.matcher(before);
    if (!callee.find() || callee.group(1).isEmpty()) {
      return Optional.empty();
    }
    var receiver = callee.group(1).replaceAll("\\s", "").replace("?.", ".");
    var inside =
        text.substring(innermost.at + 1, Math.min(text.length(), innermost.at + 1 + FIRST_CHARS));
    return Optional.of(
        new CallSite(
            receiver.substring(0, receiver.length() - 1),
            callee.group(2),
            innermost.commas,
            inside.strip(),
            reading.isQuoted,
            object));
  }

  private static boolean beginsArgument(String text, int bracket) {
    int at = bracket - 1;
    while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at >= 0 && (text.charAt(at) == '(' || text.charAt(at) == ',');
  }

  /** The text up to an offset: which brackets are open there. */
  private static final class Reading {
    private final String text;
    private final int end;
    private final Deque<Bracket> open = new ArrayDeque<>();
    private boolean isQuoted;
    private boolean isComment;

    Reading(String text, int end) {
      this.text = text;
      this.end = end;
    }

    /** Reads; whether the offset is not in a comment. */
    boolean isCode() {
      char before = '(';
      int at = 0;
      boolean isTemplate = false;
      while (at < end) {
        char sign = text.charAt(at);
        isTemplate = false;
        int next = at + 1;
        switch (sign) {
          case '(', '[', '{' -> open.push(new Bracket(sign, at));
          case ')', ']', '}' -> {
            if (!open.isEmpty()) {
              open.pop();
            }
            if (sign == '}' && !open.isEmpty() && open.peek().sign == '`') {
              isTemplate = true;
              next = template(at + 1);
            }
          }
          case ',' -> {
            if (!open.isEmpty()) {
              open.peek().commas++;
            }
          }
          case '"', '\'' -> next = quoted(at);
          case '`' -> {
            isTemplate = true;
            open.push(new Bracket('`', at));
            next = template(at + 1);
          }
          case '/' -> next = slash(at, before);
          default -> {}
        }
        if (!Character.isWhitespace(sign)) {
          before = sign;
        }
        at = next;
      }
      isQuoted = at > end;
      while (!open.isEmpty() && open.peek().at >= end) {
        open.pop();
      }
      if (isQuoted && isTemplate && !open.isEmpty() && open.peek().sign == '`') {
        open.pop();
      }
      return !(isQuoted && isComment);
    }

    /** Behind the string that begins at {@code start}; a line's end ends one that is half typed. */
    private int quoted(int start) {
      isComment = false;
      char quote = text.charAt(start);
      for (int at = start + 1; at < text.length(); at++) {
        char sign = text.charAt(at);
        if (sign == quote || sign == '\n') {
          return at + 1;
        } else if (sign == '\\') {
          at++;
        }
      }
      return text.length() + 1;
    }

    /** Behind the template, or behind the brace of an expression in it. */
    private int template(int start) {
      isComment = false;
      for (int at = start; at < text.length(); at++) {
        char sign = text.charAt(at);
        if (sign == '`') {
          open.pop();
          return at + 1;
        } else if (text.startsWith("${", at)) {
          open.push(new Bracket('$', at));
          return at + 2;
        } else if (sign == '\\') {
          at++;
        }
      }
      return text.length() + 1;
    }

    /** Behind a comment, or a regular expression, or what divides. */
    private int slash(int start, char before) {
      isComment = text.startsWith("//", start) || text.startsWith("/*", start);
      if (isComment) {
        var close = text.charAt(start + 1) == '/' ? "\n" : "*/";
        int closed = text.indexOf(close, start + 2);
        return closed < 0 ? text.length() + 1 : closed + close.length();
      }
      boolean isDivision = "(,=:[!&|?{};+".indexOf(before) < 0;
      boolean inClass = false;
      for (int at = start + 1; !isDivision && at < text.length(); at++) {
        char sign = text.charAt(at);
        if (sign == '\n') {
          break;
        } else if (sign == '\\') {
          at++;
        } else if (sign == '[') {
          inClass = true;
        } else if (sign == ']') {
          inClass = false;
        } else if (sign == '/' && !inClass) {
          return at + 1;
        }
      }
      return start + 1;
    }
  }
}
