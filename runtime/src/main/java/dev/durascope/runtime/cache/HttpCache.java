package dev.durascope.runtime.cache;

import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The cache that a project's Workers and objects share, in memory. It is what {@code wrangler dev}
 * has: one address is one response, whatever {@code Vary} says, and nothing lives longer than
 * {@link Lifetime} allows by the clock.
 */
public final class HttpCache {
  private final Clock clock;
  private final Map<Key, CachedResponse> entries = new ConcurrentHashMap<>();

  /** An empty cache. */
  public HttpCache(Clock clock) {
    this.clock = clock;
  }

  /**
   * Where a response is kept.
   *
   * @param cache the name that {@code caches.open} was given; empty for {@code caches.default}
   */
  public record Key(Optional<String> cache, String url) {}

  /** Keeps a response to a GET request, if its headers allow that; forgets the one before. */
  public void put(Key key, List<Header> request, CachedResponse response) {
    var now = clock.millis();
    var lifetime = Lifetime.of(response, request, now);
    if (lifetime.isFresh(now)) {
      entries.put(key, response.stored(lifetime));
    } else {
      entries.remove(key);
    }
  }

  /** What there is for a request: the response, a part of it, or that it has not changed. */
  public Optional<CachedResponse> match(Key key, List<Header> request) {
    return fresh(key).map(found -> Conditions.answer(found.aged(clock.millis()), request));
  }

  /** Forgets a response; whether there was one. */
  public boolean delete(Key key) {
    var found = fresh(key).isPresent();
    entries.remove(key);
    return found;
  }

  private Optional<CachedResponse> fresh(Key key) {
    var found = entries.get(key);
    if (found == null || found.lifetime().isFresh(clock.millis())) {
      return Optional.ofNullable(found);
    }
    entries.remove(key, found);
    return Optional.empty();
  }
}
