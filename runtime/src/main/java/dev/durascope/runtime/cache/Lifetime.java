package dev.durascope.runtime.cache;

import dev.durascope.runtime.message.Header;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How long a shared cache may keep a response, by RFC 9111; directives are known in lower case
 * only, as the peer knows them.
 *
 * @param storedAt in milliseconds since the epoch
 * @param initialAge in seconds, as the response said when it was stored
 * @param seconds how old it may get
 * @param dropsCookies whether it is kept without its cookies
 */
record Lifetime(long storedAt, long initialAge, long seconds, boolean dropsCookies) {
  static final Lifetime NONE = new Lifetime(0, 0, 0, false);

  /** For {@code immutable} without more, in seconds. */
  private static final long IMMUTABLE_SECONDS = 24 * 60 * 60;

  /** The part of its age that a response without a date of expiry is taken to be good for. */
  private static final double HEURISTIC = 0.1;

  /** Statuses that may be kept. */
  private static final Set<Integer> KEPT =
      Set.of(200, 203, 300, 301, 302, 303, 307, 308, 404, 405, 410, 414, 501);

  /** Those of them that need no directive. */
  private static final Set<Integer> KEPT_BY_DEFAULT =
      Set.of(200, 203, 300, 301, 308, 404, 405, 410, 414, 501);

  private static final Pattern PRIVATE_COOKIES =
      Pattern.compile("private=\"?set-cookie\"?", Pattern.CASE_INSENSITIVE);

  static String withoutPrivateCookies(String cacheControl) {
    return PRIVATE_COOKIES.matcher(cacheControl).replaceAll("");
  }

  static Lifetime of(CachedResponse response, List<Header> request, long now) {
    var written = response.header("cache-control").orElse("");
    var dropsCookies = PRIVATE_COOKIES.matcher(written).find();
    var directives = directives(withoutPrivateCookies(written));
    if (!mayKeep(response, request, directives)) {
      return NONE;
    }
    var hasCookies = response.header("set-cookie").isPresent() && !dropsCookies;
    var isOpen = directives.containsKey("public") || directives.containsKey("immutable");
    var seconds = hasCookies && !isOpen ? 0 : seconds(response, directives, now);
    var age = response.header("age").map(Lifetime::number).orElse(0L);
    return new Lifetime(now, age, seconds, dropsCookies);
  }

  private static boolean mayKeep(
      CachedResponse response, List<Header> request, Map<String, String> directives) {
    var isExplicit =
        directives.containsKey("max-age")
            || directives.containsKey("s-maxage")
            || directives.containsKey("public")
            || response.header("expires").isPresent();
    var isAuthorized = CachedResponse.valueOf(request, "authorization").isPresent();
    var mayShareAuthorized =
        directives.containsKey("must-revalidate")
            || directives.containsKey("public")
            || directives.containsKey("s-maxage");
    return KEPT.contains(response.status())
        && !directives.containsKey("no-store")
        && !directives.containsKey("no-cache")
        && !directives.containsKey("private")
        && !directives.containsKey("proxy-revalidate")
        && (!isAuthorized || mayShareAuthorized)
        && (isExplicit || KEPT_BY_DEFAULT.contains(response.status()));
  }

  private static long seconds(CachedResponse response, Map<String, String> directives, long now) {
    for (var name : List.of("s-maxage", "max-age")) {
      var value = directives.get(name);
      if (value != null) {
        return number(value);
      }
    }
    var least = directives.containsKey("immutable") ? IMMUTABLE_SECONDS : 0;
    var date = response.header("date").flatMap(Lifetime::date).orElse(now);
    var expires = response.header("expires");
    if (expires.isPresent()) {
      return date(expires.get()).map(end -> Math.max(least, (end - date) / 1000)).orElse(0L);
    }
    var modified = response.header("last-modified").flatMap(Lifetime::date);
    return modified
        .filter(start -> start < date)
        .map(start -> Math.max(least, (long) ((date - start) / 1000.0 * HEURISTIC)))
        .orElse(least);
  }

  private static Map<String, String> directives(String cacheControl) {
    var directives = new HashMap<String, String>();
    for (var part : cacheControl.split(",", -1)) {
      var equals = part.indexOf('=');
      var name = (equals < 0 ? part : part.substring(0, equals)).trim();
      directives.put(name, equals < 0 ? "" : part.substring(equals + 1).trim().replace("\"", ""));
    }
    return directives;
  }

  private static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  static Optional<Long> date(String text) {
    try {
      return Optional.of(
          Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)).toEpochMilli());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** In seconds. */
  long age(long now) {
    return initialAge + (now - storedAt) / 1000;
  }

  boolean isFresh(long now) {
    return initialAge * 1000 + (now - storedAt) < seconds * 1000;
  }
}
