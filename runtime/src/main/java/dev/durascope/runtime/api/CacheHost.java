package dev.durascope.runtime.api;

import dev.durascope.runtime.cache.CachedResponse;
import dev.durascope.runtime.cache.HttpCache;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.HostGroup.Arguments;
import java.util.Optional;

/** {@code host.cache}: {@code caches}, as the prelude's {@code cache.js} asks for it. */
public final class CacheHost {
  private CacheHost() {}

  /** The group, on the cache that the isolate shares with others. */
  public static HostGroup group(HttpCache cache) {
    return new HostGroup("cache")
        .function(
            "put",
            arguments -> {
              cache.put(
                  key(arguments),
                  Headers.split(arguments.string(2)),
                  CachedResponse.of(
                      arguments.integer(3),
                      arguments.string(4),
                      Headers.split(arguments.string(5)),
                      Buffers.slice(arguments, 6)));
              return null;
            })
        .function("match", arguments -> match(cache, arguments))
        .function("delete", arguments -> cache.delete(key(arguments)));
  }

  /** From (name of the cache or null, URL, …). */
  private static HttpCache.Key key(Arguments arguments) {
    return new HttpCache.Key(Optional.ofNullable(arguments.optionalString(0)), arguments.string(1));
  }

  /**
   * From (…, the request's headers, what makes a response), whose result is null if there is none.
   */
  private static Object match(HttpCache cache, Arguments arguments) {
    var found = cache.match(key(arguments), Headers.split(arguments.string(2)));
    return found
        .<Object>map(
            response ->
                arguments
                    .value(3)
                    .execute(
                        response.status(),
                        response.statusText(),
                        Headers.join(response.headers()),
                        new Body.Bytes(response.body())))
        .orElse(false);
  }
}
