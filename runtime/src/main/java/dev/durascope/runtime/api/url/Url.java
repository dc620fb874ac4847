package dev.durascope.runtime.api.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A URL record of the URL Standard (https://url.spec.whatwg.org), with the getters and setters of
 * its JavaScript class.
 *
 * <p>{@link UrlParser} writes the fields; a setter runs the parser from the state of the part that
 * it sets. A value that does not fit leaves the URL as it was, as in a browser.
 */
public final class Url {
  String scheme = "";
  String username = "";
  String password = "";

  /** Null for no host; empty for an empty one. */
  @Nullable String host;

  /** -1 for none, or the scheme's default. */
  int port = -1;

  /** The segments of a path that is a list. */
  List<String> path = new ArrayList<>();

  /** The path of a URL that cannot be a base, like {@code mailto:}; else null. */
  @Nullable String opaquePath;

  @Nullable String query;
  @Nullable String fragment;

  Url() {}

  /** Parses an absolute URL; empty if it is not one. */
  public static Optional<Url> parse(String input) {
    return Optional.ofNullable(UrlParser.parse(input, null));
  }

  /** Parses a URL that may be relative to {@code base}; empty if it does not make one. */
  public static Optional<Url> parse(String input, Url base) {
    return Optional.ofNullable(UrlParser.parse(input, base));
  }

  /** Becomes what {@code input} says; false, without a change, if that is no absolute URL. */
  public boolean href(String input) {
    var parsed = UrlParser.parse(input, null);
    if (parsed == null) {
      return false;
    }
    assign(parsed);
    return true;
  }

  private void assign(Url other) {
    scheme = other.scheme;
    username = other.username;
    password = other.password;
    host = other.host;
    port = other.port;
    path = new ArrayList<>(other.path);
    opaquePath = other.opaquePath;
    query = other.query;
    fragment = other.fragment;
  }

  private Url copy() {
    var copy = new Url();
    copy.assign(this);
    return copy;
  }

  boolean isSpecial() {
    return UrlParser.isSpecial(scheme);
  }

  boolean hasOpaquePath() {
    return opaquePath != null;
  }

  boolean hasCredentials() {
    return !username.isEmpty() || !password.isEmpty();
  }

  private boolean cannotHaveCredentialsOrPort() {
    return host == null || host.isEmpty() || scheme.equals("file");
  }

  /** The whole URL. */
  public String href() {
    var text = new StringBuilder(withoutFragment());
    if (fragment != null) {
      text.append('#').append(fragment);
    }
    return text.toString();
  }

  private String withoutFragment() {
    var text = new StringBuilder(scheme).append(':');
    if (host != null) {
      text.append("//");
      if (hasCredentials()) {
        text.append(username);
        if (!password.isEmpty()) {
          text.append(':').append(password);
        }
        text.append('@');
      }
      text.append(host());
    } else if (opaquePath == null && path.size() > 1 && path.getFirst().isEmpty()) {
      text.append("/.");
    }
    text.append(pathname());
    if (query != null) {
      text.append('?').append(query);
    }
    return text.toString();
  }

  /** The origin, {@code "null"} for the opaque ones. */
  public String origin() {
    return switch (scheme) {
      case "http", "https", "ws", "wss", "ftp" -> scheme + "://" + host();
      case "blob" -> innerOrigin();
      default -> "null";
    };
  }

  /** The origin of the URL inside a blob's. */
  private String innerOrigin() {
    var inner = UrlParser.parse(pathname(), null);
    return inner != null && (inner.scheme.equals("http") || inner.scheme.equals("https"))
        ? inner.origin()
        : "null";
  }

  /** The scheme with its colon. */
  public String protocol() {
    return scheme + ":";
  }

  /** The percent-encoded user name. */
  public String username() {
    return username;
  }

  /** The percent-encoded password. */
  public String password() {
    return password;
  }

  /** Host and port. */
  public String host() {
    return port < 0 ? hostname() : hostname() + ":" + port;
  }

  /** The host alone. */
  public String hostname() {
    return host == null ? "" : host;
  }

  /** The port, empty for the scheme's own. */
  public String port() {
    return port < 0 ? "" : Integer.toString(port);
  }

  /** The path. */
  public String pathname() {
    if (opaquePath != null) {
      return opaquePath;
    }
    var text = new StringBuilder();
    for (var segment : path) {
      text.append('/').append(segment);
    }
    return text.toString();
  }

  /** The query with its question mark, empty for none. */
  public String search() {
    return query == null || query.isEmpty() ? "" : "?" + query;
  }

  /** The query without question mark, for a list of search parameters. */
  public String query() {
    return query == null ? "" : query;
  }

  /** The fragment with its hash, empty for none. */
  public String hash() {
    return fragment == null || fragment.isEmpty() ? "" : "#" + fragment;
  }

  /** Sets the scheme. */
  public void protocol(String value) {
    override(value + ":", UrlParser.State.SCHEME_START);
  }

  /** Sets the user name. */
  public void username(String value) {
    if (!cannotHaveCredentialsOrPort()) {
      username = PercentEncoding.encode(value, PercentEncoding.USERINFO);
    }
  }

  /** Sets the password. */
  public void password(String value) {
    if (!cannotHaveCredentialsOrPort()) {
      password = PercentEncoding.encode(value, PercentEncoding.USERINFO);
    }
  }

  /** Sets host and port. */
  public void host(String value) {
    if (!hasOpaquePath()) {
      override(value, UrlParser.State.HOST);
    }
  }

  /** Sets the host, not the port. */
  public void hostname(String value) {
    if (!hasOpaquePath()) {
      override(value, UrlParser.State.HOSTNAME);
    }
  }

  /** Sets the port; empty removes it. */
  public void port(String value) {
    if (cannotHaveCredentialsOrPort()) {
      return;
    }
    if (value.isEmpty()) {
      port = -1;
    } else {
      override(value, UrlParser.State.PORT);
    }
  }

  /** Sets the path. */
  public void pathname(String value) {
    if (!hasOpaquePath()) {
      path = new ArrayList<>();
      UrlParser.override(value, this, UrlParser.State.PATH_START);
    }
  }

  /** Sets the query; empty removes it. */
  public void search(String value) {
    if (value.isEmpty()) {
      query = null;
      return;
    }
    query = "";
    UrlParser.override(
        value.startsWith("?") ? value.substring(1) : value, this, UrlParser.State.QUERY);
  }

  /** Sets the query as a list of search parameters has serialized it; empty removes it. */
  public void query(String serialized) {
    query = serialized.isEmpty() ? null : serialized;
  }

  /** Sets the fragment; empty removes it. */
  public void hash(String value) {
    if (value.isEmpty()) {
      fragment = null;
      return;
    }
    fragment = "";
    UrlParser.override(
        value.startsWith("#") ? value.substring(1) : value, this, UrlParser.State.FRAGMENT);
  }

  /** Runs the parser on a copy, so that a failure half-way changes nothing. */
  private void override(String value, UrlParser.State state) {
    var copy = copy();
    if (UrlParser.override(value, copy, state)) {
      assign(copy);
    }
  }
}
