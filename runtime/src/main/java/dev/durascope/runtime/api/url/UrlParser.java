package dev.durascope.runtime.api.url;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The basic URL parser of the URL Standard: its state machine, state by state, a method each.
 * Setters start it in the middle ("state override").
 */
final class UrlParser {
  /** The states, named as in the standard. */
  enum State {
    SCHEME_START,
    SCHEME,
    NO_SCHEME,
    SPECIAL_RELATIVE_OR_AUTHORITY,
    PATH_OR_AUTHORITY,
    RELATIVE,
    RELATIVE_SLASH,
    SPECIAL_AUTHORITY_SLASHES,
    SPECIAL_AUTHORITY_IGNORE_SLASHES,
    AUTHORITY,
    HOST,
    HOSTNAME,
    PORT,
    FILE,
    FILE_SLASH,
    FILE_HOST,
    PATH_START,
    PATH,
    OPAQUE_PATH,
    QUERY,
    FRAGMENT
  }

  /** What a state says of the input so far. */
  private enum Outcome {
    GO_ON,
    DONE,
    FAILURE
  }

  private static final int EOF = -1;
  private static final int MAX_PORT = 65535;
  private static final Map<String, Integer> DEFAULT_PORTS =
      Map.of("http", 80, "https", 443, "ws", 80, "wss", 443, "ftp", 21, "file", -1);

  private final int[] input;
  private final @Nullable Url base;
  private final Url url;
  private final @Nullable State override;
  private State state;
  private int at;
  private final StringBuilder buffer = new StringBuilder();
  private boolean atSignSeen;
  private boolean insideBrackets;
  private boolean passwordTokenSeen;

  private UrlParser(String text, @Nullable Url base, Url url, @Nullable State override) {
    this.input = text.codePoints().filter(c -> c != '\t' && c != '\n' && c != '\r').toArray();
    this.base = base;
    this.url = url;
    this.override = override;
    this.state = override == null ? State.SCHEME_START : override;
  }

  static boolean isSpecial(String scheme) {
    return DEFAULT_PORTS.containsKey(scheme);
  }

  /** The URL, or null if the text is none. */
  static @Nullable Url parse(String text, @Nullable Url base) {
    var start = 0;
    var end = text.length();
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    var url = new Url();
    return new UrlParser(text.substring(start, end), base, url, null).run() ? url : null;
  }

  /** Parses into an existing URL, from {@code state} on; false on failure. */
  static boolean override(String text, Url url, State state) {
    return new UrlParser(text, null, url, state).run();
  }

  private boolean run() {
    while (true) {
      var c = at < input.length ? input[at] : EOF;
      switch (step(c)) {
        case FAILURE -> {
          return false;
        }
        case DONE -> {
          return true;
        }
        case GO_ON -> {
          if (at >= input.length) {
            return true;
          }
          at++;
        }
      }
    }
  }

  private Outcome step(int c) {
    return switch (state) {
      case SCHEME_START -> schemeStart(c);
      case SCHEME -> scheme(c);
      case NO_SCHEME -> noScheme(c);
      case SPECIAL_RELATIVE_OR_AUTHORITY -> specialRelativeOrAuthority(c);
      case PATH_OR_AUTHORITY -> c == '/' ? go(State.AUTHORITY) : again(State.PATH);
      case RELATIVE -> relative(c);
      case RELATIVE_SLASH -> relativeSlash(c);
      case SPECIAL_AUTHORITY_SLASHES -> specialAuthoritySlashes(c);
      case SPECIAL_AUTHORITY_IGNORE_SLASHES ->
          c == '/' || c == '\\' ? Outcome.GO_ON : again(State.AUTHORITY);
      case AUTHORITY -> authority(c);
      case HOST, HOSTNAME -> host(c);
      case PORT -> port(c);
      case FILE -> file(c);
      case FILE_SLASH -> fileSlash(c);
      case FILE_HOST -> fileHost(c);
      case PATH_START -> pathStart(c);
      case PATH -> path(c);
      case OPAQUE_PATH -> opaquePath(c);
      case QUERY -> query(c);
      case FRAGMENT -> fragment(c);
    };
  }

  private Outcome go(State next) {
    state = next;
    return Outcome.GO_ON;
  }

  /** Looks at the same character again in another state. */
  private Outcome again(State next) {
    state = next;
    at--;
    return Outcome.GO_ON;
  }

  private int peek(int distance) {
    return at + distance < input.length ? input[at + distance] : EOF;
  }

  private static boolean isAlpha(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private Outcome schemeStart(int c) {
    if (isAlpha(c)) {
      buffer.append((char) Character.toLowerCase(c));
      return go(State.SCHEME);
    }
    return override == null ? again(State.NO_SCHEME) : Outcome.FAILURE;
  }

  private Outcome scheme(int c) {
    if (isAlpha(c) || isDigit(c) || c == '+' || c == '-' || c == '.') {
      buffer.append((char) Character.toLowerCase(c));
      return Outcome.GO_ON;
    }
    if (c != ':') {
      if (override != null) {
        return Outcome.FAILURE;
      }
      buffer.setLength(0);
      at = -1;
      return go(State.NO_SCHEME);
    }
    var scheme = buffer.toString();
    if (override != null) {
      return overrideScheme(scheme);
    }
    url.scheme = scheme;
    buffer.setLength(0);
    if (scheme.equals("file")) {
      return go(State.FILE);
    }
    if (url.isSpecial()) {
      return go(
          base != null && base.scheme.equals(scheme)
              ? State.SPECIAL_RELATIVE_OR_AUTHORITY
              : State.SPECIAL_AUTHORITY_SLASHES);
    }
    if (peek(1) == '/') {
      at++;
      return go(State.PATH_OR_AUTHORITY);
    }
    url.opaquePath = "";
    return go(State.OPAQUE_PATH);
  }

  private Outcome overrideScheme(String scheme) {
    var fits =
        url.isSpecial() == isSpecial(scheme)
            && !(scheme.equals("file") && (url.hasCredentials() || url.port >= 0))
            && !(url.scheme.equals("file") && url.hostname().isEmpty());
    if (fits) {
      url.scheme = scheme;
      if (url.port == DEFAULT_PORTS.getOrDefault(scheme, -1)) {
        url.port = -1;
      }
    }
    return Outcome.DONE;
  }

  private Outcome noScheme(int c) {
    if (base == null || (base.hasOpaquePath() && c != '#')) {
      return Outcome.FAILURE;
    }
    if (base.hasOpaquePath()) {
      url.scheme = base.scheme;
      url.opaquePath = base.opaquePath;
      url.query = base.query;
      url.fragment = "";
      return go(State.FRAGMENT);
    }
    return again(base.scheme.equals("file") ? State.FILE : State.RELATIVE);
  }

  private Outcome specialRelativeOrAuthority(int c) {
    if (c == '/' && peek(1) == '/') {
      at++;
      return go(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
    }
    return again(State.RELATIVE);
  }

  private Outcome specialAuthoritySlashes(int c) {
    if (c == '/' && peek(1) == '/') {
      at++;
      return go(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
    }
    return again(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
  }

  private Url theBase() {
    if (base == null) {
      throw new IllegalStateException("A relative state without a base");
    }
    return base;
  }

  private Outcome relative(int c) {
    var from = theBase();
    url.scheme = from.scheme;
    if (c == '/' || (c == '\\' && url.isSpecial())) {
      return go(State.RELATIVE_SLASH);
    }
    url.username = from.username;
    url.password = from.password;
    url.host = from.host;
    url.port = from.port;
    return fromBasePath(from, c);
  }

  private Outcome fromBasePath(Url from, int c) {
    url.path = new ArrayList<>(from.path);
    url.query = from.query;
    if (c == '?') {
      url.query = "";
      return go(State.QUERY);
    }
    if (c == '#') {
      url.fragment = "";
      return go(State.FRAGMENT);
    }
    if (c != EOF) {
      url.query = null;
      shorten();
      return again(State.PATH);
    }
    return Outcome.GO_ON;
  }

  private Outcome relativeSlash(int c) {
    if (url.isSpecial() && (c == '/' || c == '\\')) {
      return go(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
    }
    if (c == '/') {
      return go(State.AUTHORITY);
    }
    var from = theBase();
    url.username = from.username;
    url.password = from.password;
    url.host = from.host;
    url.port = from.port;
    return again(State.PATH);
  }

  private boolean endsAuthority(int c) {
    return c == EOF || c == '/' || c == '?' || c == '#' || (c == '\\' && url.isSpecial());
  }

  private Outcome authority(int c) {
    if (c == '@') {
      if (atSignSeen) {
        buffer.insert(0, "%40");
      }
      atSignSeen = true;
      addCredentials(buffer.toString());
      buffer.setLength(0);
      return Outcome.GO_ON;
    }
    if (endsAuthority(c)) {
      if (atSignSeen && buffer.isEmpty()) {
        return Outcome.FAILURE;
      }
      at -= buffer.codePointCount(0, buffer.length()) + 1;
      buffer.setLength(0);
      return go(State.HOST);
    }
    buffer.appendCodePoint(c);
    return Outcome.GO_ON;
  }

  private void addCredentials(String text) {
    var name = new StringBuilder(url.username);
    var password = new StringBuilder(url.password);
    text.codePoints()
        .forEach(
            c -> {
              if (c == ':' && !passwordTokenSeen) {
                passwordTokenSeen = true;
              } else {
                PercentEncoding.append(
                    passwordTokenSeen ? password : name, c, PercentEncoding.USERINFO);
              }
            });
    url.username = name.toString();
    url.password = password.toString();
  }

  private Outcome host(int c) {
    if (override != null && url.scheme.equals("file")) {
      return again(State.FILE_HOST);
    }
    if (c == ':' && !insideBrackets) {
      if (buffer.isEmpty() || override == State.HOSTNAME) {
        return Outcome.FAILURE;
      }
      return setHost() ? go(State.PORT) : Outcome.FAILURE;
    }
    if (endsAuthority(c)) {
      if (url.isSpecial() && buffer.isEmpty()) {
        return Outcome.FAILURE;
      }
      if (override != null && buffer.isEmpty() && (url.hasCredentials() || url.port >= 0)) {
        return Outcome.FAILURE;
      }
      if (!setHost()) {
        return Outcome.FAILURE;
      }
      return override != null ? Outcome.DONE : again(State.PATH_START);
    }
    if (c == '[') {
      insideBrackets = true;
    } else if (c == ']') {
      insideBrackets = false;
    }
    buffer.appendCodePoint(c);
    return Outcome.GO_ON;
  }

  private boolean setHost() {
    var host =
        buffer.isEmpty() && !url.isSpecial()
            ? ""
            : HostParser.parse(buffer.toString(), !url.isSpecial());
    if (host == null) {
      return false;
    }
    url.host = host;
    buffer.setLength(0);
    return true;
  }

  private Outcome port(int c) {
    if (isDigit(c)) {
      buffer.append((char) c);
      return Outcome.GO_ON;
    }
    if (!endsAuthority(c) && override == null) {
      return Outcome.FAILURE;
    }
    if (!buffer.isEmpty()) {
      var port = 0;
      for (var i = 0; i < buffer.length(); i++) {
        port = port * 10 + (buffer.charAt(i) - '0');
        if (port > MAX_PORT) {
          return Outcome.FAILURE;
        }
      }
      url.port = port == DEFAULT_PORTS.getOrDefault(url.scheme, -1) ? -1 : port;
      buffer.setLength(0);
    }
    return override != null ? Outcome.DONE : again(State.PATH_START);
  }

  private Outcome file(int c) {
    url.scheme = "file";
    url.host = "";
    if (c == '/' || c == '\\') {
      return go(State.FILE_SLASH);
    }
    if (base == null || !base.scheme.equals("file")) {
      return again(State.PATH);
    }
    url.host = base.host;
    if (c != EOF && c != '?' && c != '#' && startsWithDriveLetter(at)) {
      return again(State.PATH);
    }
    return fromBasePath(base, c);
  }

  private Outcome fileSlash(int c) {
    if (c == '/' || c == '\\') {
      return go(State.FILE_HOST);
    }
    if (base != null && base.scheme.equals("file")) {
      url.host = base.host;
      if (!startsWithDriveLetter(at)
          && !base.path.isEmpty()
          && isDriveLetter(base.path.getFirst(), false)) {
        url.path.add(base.path.getFirst());
      }
    }
    return again(State.PATH);
  }

  private Outcome fileHost(int c) {
    if (c != EOF && c != '/' && c != '\\' && c != '?' && c != '#') {
      buffer.appendCodePoint(c);
      return Outcome.GO_ON;
    }
    if (override == null && isDriveLetter(buffer.toString(), true)) {
      return again(State.PATH);
    }
    var host = buffer.isEmpty() ? "" : HostParser.parse(buffer.toString(), false);
    if (host == null) {
      return Outcome.FAILURE;
    }
    url.host = host.equals("localhost") ? "" : host;
    buffer.setLength(0);
    return override != null ? Outcome.DONE : again(State.PATH_START);
  }

  private Outcome pathStart(int c) {
    if (url.isSpecial()) {
      state = State.PATH;
      if (c != '/' && c != '\\') {
        at--;
      }
      return Outcome.GO_ON;
    }
    if (override == null && c == '?') {
      url.query = "";
      return go(State.QUERY);
    }
    if (override == null && c == '#') {
      url.fragment = "";
      return go(State.FRAGMENT);
    }
    if (c != EOF) {
      state = State.PATH;
      if (c != '/') {
        at--;
      }
    } else if (override != null && url.host == null) {
      url.path.add("");
    }
    return Outcome.GO_ON;
  }

  private Outcome path(int c) {
    var isSlash = c == '/' || (c == '\\' && url.isSpecial());
    var isEnd = c == EOF || isSlash || (override == null && (c == '?' || c == '#'));
    if (!isEnd) {
      PercentEncoding.append(buffer, c, PercentEncoding.PATH);
      return Outcome.GO_ON;
    }
    var segment = buffer.toString();
    buffer.setLength(0);
    if (isDoubleDot(segment)) {
      shorten();
      if (!isSlash) {
        url.path.add("");
      }
    } else if (isSingleDot(segment)) {
      if (!isSlash) {
        url.path.add("");
      }
    } else {
      if (url.scheme.equals("file") && url.path.isEmpty() && isDriveLetter(segment, true)) {
        segment = segment.charAt(0) + ":";
      }
      url.path.add(segment);
    }
    if (c == '?') {
      url.query = "";
      return go(State.QUERY);
    }
    if (c == '#') {
      url.fragment = "";
      return go(State.FRAGMENT);
    }
    return Outcome.GO_ON;
  }

  private Outcome opaquePath(int c) {
    if (c == EOF || c == '?' || c == '#') {
      var path = buffer.toString();
      url.opaquePath =
          path.endsWith(" ") && c != EOF ? path.substring(0, path.length() - 1) + "%20" : path;
      buffer.setLength(0);
      if (c == '?') {
        url.query = "";
        return go(State.QUERY);
      }
      if (c == '#') {
        url.fragment = "";
        return go(State.FRAGMENT);
      }
      return Outcome.GO_ON;
    }
    PercentEncoding.append(buffer, c, PercentEncoding.C0_CONTROL);
    return Outcome.GO_ON;
  }

  private Outcome query(int c) {
    if (c != EOF && (c != '#' || override != null)) {
      PercentEncoding.append(
          buffer, c, url.isSpecial() ? PercentEncoding.SPECIAL_QUERY : PercentEncoding.QUERY);
      return Outcome.GO_ON;
    }
    url.query = buffer.toString();
    buffer.setLength(0);
    if (c == '#') {
      url.fragment = "";
      return go(State.FRAGMENT);
    }
    return Outcome.GO_ON;
  }

  private Outcome fragment(int c) {
    if (c == EOF) {
      url.fragment = buffer.toString();
    } else {
      PercentEncoding.append(buffer, c, PercentEncoding.FRAGMENT);
    }
    return Outcome.GO_ON;
  }

  /** Takes the last segment off; a drive letter stays. */
  private void shorten() {
    if (url.scheme.equals("file")
        && url.path.size() == 1
        && isDriveLetter(url.path.getFirst(), false)) {
      return;
    }
    if (!url.path.isEmpty()) {
      url.path.removeLast();
    }
  }

  private static boolean isDriveLetter(String text, boolean orWithBar) {
    return text.length() == 2
        && isAlpha(text.charAt(0))
        && (text.charAt(1) == ':' || (orWithBar && text.charAt(1) == '|'));
  }

  private boolean startsWithDriveLetter(int from) {
    if (from + 1 >= input.length
        || !isAlpha(input[from])
        || (input[from + 1] != ':' && input[from + 1] != '|')) {
      return false;
    }
    var next = from + 2 < input.length ? input[from + 2] : '/';
    return next == '/' || next == '\\' || next == '?' || next == '#';
  }

  private static boolean isSingleDot(String segment) {
    return segment.equals(".") || segment.equalsIgnoreCase("%2e");
  }

  private static boolean isDoubleDot(String segment) {
    return switch (segment.toLowerCase(Locale.ROOT)) {
      case "..", ".%2e", "%2e.", "%2e%2e" -> true;
      default -> false;
    };
  }
}
