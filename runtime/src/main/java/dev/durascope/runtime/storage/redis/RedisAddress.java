package dev.durascope.runtime.storage.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a Redis server is: {@code redis://[[user]:password@]host[:port][/database]}, or {@code
 * rediss:} for TLS. Its text leaves the password out.
 *
 * @param host an IPv6 address without its brackets
 * @param database the number of the database in the server
 */
public record RedisAddress(
    boolean tls,
    String host,
    int port,
    Optional<String> user,
    Optional<String> password,
    int database) {
  /** Redis' port. */
  public static final int DEFAULT_PORT = 6379;

  private static final String FORM = "redis://[[user]:password@]host[:port][/database]";

  /** Whether a text is meant as an address of a server. */
  public static boolean isMeant(String text) {
    return text.startsWith("redis:") || text.startsWith("rediss:");
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it has another form; the message says what is wrong, and
   *     nothing of a password
   */
  public static RedisAddress parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw refused("it is no URL: " + e.getReason());
    }
    if (uri.getHost() == null) {
      throw refused("it names no host");
    }
    if (uri.getQuery() != null || uri.getFragment() != null) {
      throw refused("nothing may stand behind the database");
    }
    var user = Optional.<String>empty();
    var password = Optional.<String>empty();
    if (uri.getRawUserInfo() != null) {
      var parts = uri.getRawUserInfo().split(":", 2);
      user = parts[0].isEmpty() ? user : Optional.of(decoded(parts[0]));
      password = parts.length > 1 ? Optional.of(decoded(parts[1])) : password;
      if (password.isEmpty()) {
        throw refused("a user needs a password");
      }
    }
    var host = uri.getHost().replaceAll("[\\[\\]]", "");
    return new RedisAddress(
        uri.getScheme().equals("rediss"),
        host,
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        user,
        password,
        database(uri.getPath()));
  }

  private static int database(String path) {
    var number = path.startsWith("/") ? path.substring(1) : path;
    if (number.isEmpty()) {
      return 0;
    }
    try {
      var database = Integer.parseInt(number);
      if (database >= 0) {
        return database;
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw refused("\"" + number + "\" is no number of a database");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(
        "The address of a Redis server has the form " + FORM + ": " + why + ".");
  }

  @Override
  public String toString() {
    var shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return (tls ? "rediss://" : "redis://")
        + shown
        + ":"
        + port
        + (database == 0 ? "" : "/" + database);
  }
}
