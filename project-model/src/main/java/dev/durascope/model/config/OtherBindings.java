package dev.durascope.model.config;

import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bindings that are neither Durable Objects nor vars: what they are called in {@code env}.
 *
 * <p>Wrangler has three shapes: a list of tables with the name under one key, a list one level
 * deeper, and a single table. One row a kind.
 */
final class OtherBindings {

  /**
   * @param path the keys from the environment to the list or table
   * @param nameKey the key that holds the name in {@code env}
   */
  private record Kind(List<String> path, String nameKey) {}

  private static final List<Kind> KINDS =
      List.of(
          kind("kv_namespaces", "binding"),
          kind("r2_buckets", "binding"),
          kind("d1_databases", "binding"),
          new Kind(List.of("queues", "producers"), "binding"),
          kind("services", "binding"),
          kind("workflows", "binding"),
          kind("vectorize", "binding"),
          kind("hyperdrive", "binding"),
          kind("analytics_engine_datasets", "binding"),
          kind("mtls_certificates", "binding"),
          kind("dispatch_namespaces", "binding"),
          kind("pipelines", "binding"),
          kind("secrets_store_secrets", "binding"),
          kind("worker_loaders", "binding"),
          kind("vpc_services", "binding"),
          kind("vpc_networks", "binding"),
          kind("ai_search", "binding"),
          kind("ai_search_namespaces", "binding"),
          kind("send_email", "name"),
          kind("ratelimits", "name"),
          new Kind(List.of("unsafe", "bindings"), "name"),
          new Kind(List.of("logfwdr", "bindings"), "name"),
          kind("ai", "binding"),
          kind("browser", "binding"),
          kind("images", "binding"),
          kind("media", "binding"),
          kind("stream", "binding"),
          kind("version_metadata", "binding"),
          kind("assets", "binding"));

  private OtherBindings() {}

  private static Kind kind(String key, String nameKey) {
    return new Kind(List.of(key), nameKey);
  }

  static List<OtherBinding> of(Environment environment) {
    var bindings = new ArrayList<OtherBinding>();
    for (var kind : KINDS) {
      for (var table : tables(environment, kind)) {
        table
            .string(kind.nameKey())
            .map(Located::value)
            .ifPresent(
                name ->
                    bindings.add(
                        new OtherBinding(String.join(".", kind.path()), name, plain(table))));
      }
    }
    return bindings;
  }

  private static Map<String, @Nullable Object> plain(Node.Table table) {
    var settings = new LinkedHashMap<String, @Nullable Object>();
    table.entries().forEach(entry -> settings.put(entry.key().name(), entry.value().toPlain()));
    return settings;
  }

  private static List<Node.Table> tables(Environment environment, Kind kind) {
    Optional<Node> node = value(environment, kind.path().getFirst());
    for (var key : kind.path().subList(1, kind.path().size())) {
      node = node.flatMap(Node::asTable).flatMap(table -> table.get(key));
    }
    return node.map(
            found ->
                found
                    .asTable()
                    .map(List::of)
                    .orElseGet(
                        () ->
                            found.asItems().stream()
                                .flatMap(item -> item.asTable().stream())
                                .toList()))
        .orElse(List.of());
  }

  /** Static assets are the one kind among these that environments inherit. */
  private static Optional<Node> value(Environment environment, String key) {
    return key.equals("assets") ? environment.inherited(key) : environment.ownValue(key);
  }
}
