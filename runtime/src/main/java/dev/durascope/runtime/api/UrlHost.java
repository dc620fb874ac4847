package dev.durascope.runtime.api;

import dev.durascope.runtime.api.url.Url;
import dev.durascope.runtime.script.HostGroup;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** {@code host.url}: the URL class's parser and parts; a JavaScript URL holds a {@link Url}. */
final class UrlHost {
  private UrlHost() {}

  /** The group, the same for every isolate. */
  static HostGroup group() {
    var group =
        new HostGroup("url")
            .function("parse", arguments -> Url.parse(arguments.string(0)).orElse(null))
            .function(
                "parseWithBase",
                arguments ->
                    Url.parse(arguments.string(1))
                        .flatMap(base -> Url.parse(arguments.string(0), base))
                        .orElse(null))
            .function(
                "setHref", arguments -> arguments.handle(0, Url.class).href(arguments.string(1)));
    getter(group, "href", Url::href);
    getter(group, "origin", Url::origin);
    getter(group, "query", Url::query);
    part(group, "protocol", Url::protocol, Url::protocol);
    part(group, "username", Url::username, Url::username);
    part(group, "password", Url::password, Url::password);
    part(group, "host", Url::host, Url::host);
    part(group, "hostname", Url::hostname, Url::hostname);
    part(group, "port", Url::port, Url::port);
    part(group, "pathname", Url::pathname, Url::pathname);
    part(group, "search", Url::search, Url::search);
    part(group, "hash", Url::hash, Url::hash);
    setter(group, "query", Url::query);
    return group;
  }

  private static void part(
      HostGroup group, String name, Function<Url, String> get, BiConsumer<Url, String> set) {
    getter(group, name, get);
    setter(group, name, set);
  }

  private static void getter(HostGroup group, String name, Function<Url, String> get) {
    group.function(name, arguments -> get.apply(arguments.handle(0, Url.class)));
  }

  private static void setter(HostGroup group, String name, BiConsumer<Url, String> set) {
    group.function(
        "set" + Character.toUpperCase(name.charAt(0)) + name.substring(1),
        arguments -> {
          set.accept(arguments.handle(0, Url.class), arguments.string(1));
          return null;
        });
  }
}
