package dev.durascope.runtime.cache;

import dev.durascope.runtime.message.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A response as the cache has it. The array of the body is shared: nobody writes to it. */
public record CachedResponse(
    int status, String statusText, List<Header> headers, byte[] body, Lifetime lifetime) {
  /** What belongs to one connection, or is the cache's own to say. */
  private static final Set<String> NOT_KEPT =
      Set.of(
          "connection",
          "keep-alive",
          "transfer-encoding",
          "upgrade",
          "te",
          "trailer",
          "proxy-authenticate",
          "proxy-authorization",
          "age",
          "cf-cache-status");

  public CachedResponse {
    headers = List.copyOf(headers);
  }

  /** A response that is not kept yet. */
  public static CachedResponse of(
      int status, String statusText, List<Header> headers, byte[] body) {
    return new CachedResponse(status, statusText, headers, body, Lifetime.NONE);
  }

  /** The values of a field as one, empty if there is none. */
  Optional<String> header(String name) {
    return valueOf(headers, name);
  }

  static Optional<String> valueOf(List<Header> headers, String name) {
    var values =
        headers.stream()
            .filter(header -> header.name().equalsIgnoreCase(name))
            .map(Header::value)
            .toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  /**
   * As it is kept. Cookies are the client's alone: {@code Cache-Control: private=set-cookie} lets
   * the rest be kept without them.
   */
  CachedResponse stored(Lifetime itsLifetime) {
    var kept = new ArrayList<Header>();
    for (var header : headers) {
      var name = header.name().toLowerCase(Locale.ROOT);
      if (name.equals("cache-control") && itsLifetime.dropsCookies()) {
        kept.add(new Header(header.name(), Lifetime.withoutPrivateCookies(header.value())));
      } else if (!NOT_KEPT.contains(name)
          && !(name.equals("set-cookie") && itsLifetime.dropsCookies())) {
        kept.add(header);
      }
    }
    return new CachedResponse(status, statusText, kept, body, itsLifetime);
  }

  /** The same with its age now. */
  CachedResponse aged(long now) {
    var shown = new ArrayList<>(headers);
    shown.add(new Header("Age", String.valueOf(lifetime.age(now))));
    shown.add(new Header("CF-Cache-Status", "HIT"));
    return new CachedResponse(status, statusText, shown, body, lifetime);
  }

  CachedResponse with(int newStatus, String newText, List<Header> newHeaders, byte[] newBody) {
    return new CachedResponse(newStatus, newText, newHeaders, newBody, lifetime);
  }
}
