package dev.durascope.runtime.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parses the selectors that can be answered while the document streams by: what lies behind an
 * element, or beside it, is not known yet. An open bracket is closed by the end, as CSS has it.
 */
final class SelectorParser {
  private static final Pattern NTH = Pattern.compile("(?:([+-]?\\d*)n(?:([+-]\\d+))?|([+-]?\\d+))");

  /** Attributes of HTML whose values are matched without regard to case, as its standard lists. */
  private static final Set<String> CASELESS =
      Set.of(
          "accept",
          "accept-charset",
          "align",
          "alink",
          "axis",
          "bgcolor",
          "charset",
          "checked",
          "clear",
          "codetype",
          "color",
          "compact",
          "declare",
          "defer",
          "dir",
          "direction",
          "disabled",
          "enctype",
          "face",
          "frame",
          "hreflang",
          "http-equiv",
          "lang",
          "language",
          "link",
          "media",
          "method",
          "multiple",
          "nohref",
          "noresize",
          "noshade",
          "nowrap",
          "readonly",
          "rel",
          "rev",
          "rules",
          "scope",
          "scrolling",
          "selected",
          "shape",
          "target",
          "text",
          "type",
          "valign",
          "valuetype",
          "vlink");

  private static final char END = '\0';

  private final String text;
  private int at;

  SelectorParser(String text) {
    this.text = text;
  }

  Selector parse() {
    var alternatives = new ArrayList<List<Selector.Step>>();
    do {
      alternatives.add(path());
    } while (take(','));
    if (peek() != END) {
      throw unexpectedToken();
    }
    return new Selector(List.copyOf(alternatives));
  }

  private List<Selector.Step> path() {
    skipSpace();
    var steps = new ArrayList<Selector.Step>();
    var isChild = false;
    while (true) {
      var conditions = compound();
      if (conditions.isEmpty()) {
        throw new HtmlException(
            steps.isEmpty() ? "The selector is empty." : "Dangling combinator in selector.");
      }
      steps.add(new Selector.Step(conditions, isChild));
      var hadSpace = skipSpace();
      var next = peek();
      if (next == '+' || next == '~') {
        throw new HtmlException("Unsupported combinator `" + next + "` in selector.");
      }
      isChild = take('>');
      if (isChild) {
        skipSpace();
      } else if (!hadSpace || next == END || next == ',' || next == ')') {
        return List.copyOf(steps);
      }
    }
  }

  /** What is written without a space; empty if nothing is. */
  private List<Condition> compound() {
    var conditions = new ArrayList<Condition>();
    var start = at;
    var isAny = take('*');
    if (isAny) {
      refuseNamespace();
    }
    if ((!isAny || text.charAt(at - 1) == '|') && isNameStart()) {
      var name = name();
      refuseNamespace();
      conditions.add(new Condition.Type(name.toLowerCase(Locale.ROOT)));
    }
    while (true) {
      switch (peek()) {
        case '.' -> {
          if (at + 1 >= text.length()) {
            throw unexpectedEnd();
          }
          at++;
          if (!isNameStart()) {
            throw emptyOr(start, "Invalid or unescaped class name in selector.");
          }
          conditions.add(new Condition.ClassName(name()));
        }
        case '#' -> {
          at++;
          if (!isNamePart()) {
            throw emptyOr(start, "Unexpected token in selector.");
          }
          conditions.add(new Condition.Id(name()));
        }
        case '[' -> {
          at++;
          conditions.add(attribute());
        }
        case ':' -> {
          at++;
          conditions.add(pseudoClass());
        }
        default -> {
          return at == start ? List.of() : conditions.isEmpty() ? ANYTHING : conditions;
        }
      }
    }
  }

  /** {@code *} holds for all. */
  private static final List<Condition> ANYTHING = List.of(new Condition.Not(List.of()));

  private HtmlException emptyOr(int start, String message) {
    return new HtmlException(at - 1 == start ? "The selector is empty." : message);
  }

  /** {@code *|name} is any namespace; any other prefix is unknown. */
  private void refuseNamespace() {
    if (peek() == '|') {
      if (text.charAt(at - 1) == '*' && at + 1 < text.length() && text.charAt(at + 1) != '|') {
        at++;
        return;
      }
      throw new HtmlException("Selectors with explicit namespaces are not supported.");
    }
  }

  private Condition attribute() {
    skipSpace();
    if (peek() == END) {
      throw unexpectedEnd();
    }
    if (!isNameStart()) {
      throw new HtmlException("Missing attribute name in attribute selector.");
    }
    var name = name().toLowerCase(Locale.ROOT);
    skipSpace();
    if (take(']') || peek() == END) {
      return new Condition.HasAttribute(name);
    }
    var operator = text.charAt(at++);
    if (operator != '=' && ("|~^$*".indexOf(operator) < 0 || !take('='))) {
      throw new HtmlException("Unexpected token in the attribute selector.");
    }
    skipSpace();
    var value = value();
    skipSpace();
    var ignoreCase = CASELESS.contains(name);
    if (isNameStart()) {
      var flag = name();
      if (!flag.equalsIgnoreCase("i") && !flag.equalsIgnoreCase("s")) {
        throw unexpectedToken();
      }
      ignoreCase = flag.equalsIgnoreCase("i");
      skipSpace();
    }
    if (!take(']') && peek() != END) {
      throw unexpectedToken();
    }
    return new Condition.Attribute(name, operator, value, ignoreCase);
  }

  private String value() {
    var quote = peek();
    if (quote == END) {
      throw unexpectedEnd();
    }
    if (quote != '"' && quote != '\'') {
      if (!isNameStart()) {
        throw new HtmlException("Unexpected token in the attribute selector.");
      }
      return name();
    }
    at++;
    var value = new StringBuilder();
    while (peek() != END && peek() != quote) {
      value.appendCodePoint(character());
    }
    take(quote);
    return value.toString();
  }

  private Condition pseudoClass() {
    var name = isNameStart() ? name().toLowerCase(Locale.ROOT) : "";
    var hasArguments = take('(');
    var condition =
        switch (hasArguments ? name + "()" : name) {
          case "first-child" -> new Condition.Nth(0, 1, false);
          case "first-of-type" -> new Condition.Nth(0, 1, true);
          case "nth-child()" -> nth(false);
          case "nth-of-type()" -> nth(true);
          case "not()" -> not();
          default -> throw unsupported();
        };
    if (hasArguments && !take(')') && peek() != END) {
      throw name.equals("not") ? unsupported() : unexpectedToken();
    }
    return condition;
  }

  private Condition not() {
    var alternatives = new ArrayList<List<Condition>>();
    do {
      skipSpace();
      var conditions = compound();
      if (conditions.isEmpty()) {
        throw new HtmlException("The selector is empty.");
      }
      alternatives.add(conditions);
      skipSpace();
    } while (take(','));
    return new Condition.Not(List.copyOf(alternatives));
  }

  private Condition nth(boolean ofType) {
    skipSpace();
    var start = at;
    while (peek() != END && peek() != ')') {
      at++;
    }
    var formula = text.substring(start, at).replace(" ", "").toLowerCase(Locale.ROOT);
    var words =
        switch (formula) {
          case "odd" -> "2n+1";
          case "even" -> "2n";
          default -> formula;
        };
    var matcher = NTH.matcher(words);
    if (!matcher.matches()) {
      throw unexpectedToken();
    }
    if (matcher.group(3) != null) {
      return new Condition.Nth(0, Integer.parseInt(matcher.group(3)), ofType);
    }
    var step = matcher.group(1);
    var factor = step.matches("[+-]?") ? Integer.parseInt(step + "1") : Integer.parseInt(step);
    var offset = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    return new Condition.Nth(factor, offset, ofType);
  }

  private boolean isNameStart() {
    var c = peek();
    return Character.isLetter(c)
        || c == '_'
        || c == '\\'
        || c >= 0x80
        || (c == '-' && at + 1 < text.length() && !Character.isDigit(text.charAt(at + 1)));
  }

  private boolean isNamePart() {
    return isNameStart() || peek() == '-' || (peek() >= '0' && peek() <= '9');
  }

  private String name() {
    var name = new StringBuilder();
    while (isNamePart()) {
      name.appendCodePoint(character());
    }
    return name.toString();
  }

  /** One character, which may be escaped. */
  private int character() {
    var c = text.codePointAt(at);
    at += Character.charCount(c);
    if (c != '\\' || at >= text.length()) {
      return c;
    }
    var start = at;
    while (at < text.length() && at - start < 6 && Character.digit(text.charAt(at), 16) >= 0) {
      at++;
    }
    if (at == start) {
      var escaped = text.codePointAt(at);
      at += Character.charCount(escaped);
      return escaped;
    }
    var code = Integer.parseInt(text.substring(start, at), 16);
    if (peek() == ' ') {
      at++;
    }
    return Character.isValidCodePoint(code) && code != 0 ? code : 0xfffd;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private boolean take(char c) {
    if (peek() != c || at >= text.length()) {
      return false;
    }
    at++;
    return true;
  }

  /** Skips space and comments; whether there was any. */
  private boolean skipSpace() {
    var start = at;
    while (at < text.length()) {
      if (" \t\n\f\r".indexOf(text.charAt(at)) >= 0) {
        at++;
      } else if (text.startsWith("/*", at)) {
        var end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        break;
      }
    }
    return at > start;
  }

  private static HtmlException unexpectedToken() {
    return new HtmlException("Unexpected token in selector.");
  }

  private static HtmlException unexpectedEnd() {
    return new HtmlException("Unexpected end of selector.");
  }

  private static HtmlException unsupported() {
    return new HtmlException("Unsupported pseudo-class or pseudo-element in selector.");
  }
}
