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
   * @param title what wrangler calls it before people
   * @param nameKey the key that holds the name in {@code env}
   */
  private record Kind(List<String> path, String title, String nameKey) {}

  private static final List<Kind> KINDS =
      List.of(
          kind("kv_namespaces", "KV Namespace", "binding"),
          kind("r2_buckets", "R2 Bucket", "binding"),
          kind("d1_databases", "D1 Database", "binding"),
          new Kind(List.of("queues", "producers"), "Queue", "binding"),
          kind("services", "Worker", "binding"),
          kind("workflows", "Workflow", "binding"),
          kind("vectorize", "Vectorize Index", "binding"),
          kind("hyperdrive", "Hyperdrive Config", "binding"),
          kind("analytics_engine_datasets", "Analytics Engine Dataset", "binding"),
          kind("mtls_certificates", "mTLS Certificate", "binding"),
          kind("dispatch_namespaces", "Dispatch Namespace", "binding"),
          kind("pipelines", "Pipeline", "binding"),
          kind("secrets_store_secrets", "Secrets Store Secret", "binding"),
          kind("worker_loaders", "Worker Loader", "binding"),
          kind("vpc_services", "VPC Service", "binding"),
          kind("vpc_networks", "VPC Network", "binding"),
          kind("ai_search", "AI Search Instance", "binding"),
          kind("ai_search_namespaces", "AI Search Namespace", "binding"),
          kind("send_email", "Send Email", "name"),
          kind("ratelimits", "Rate Limit", "name"),
          new Kind(List.of("unsafe", "bindings"), "Unsafe Metadata", "name"),
          new Kind(List.of("logfwdr", "bindings"), "logfwdr", "name"),
          kind("ai", "AI", "binding"),
          kind("browser", "Browser Run", "binding"),
          kind("images", "Images", "binding"),
          kind("media", "Media", "binding"),
          kind("stream", "Stream", "binding"),
          kind("version_metadata", "Worker Version Metadata", "binding"),
          kind("assets", "Assets", "binding"));

  private OtherBindings() {}

  private static Kind kind(String key, String title, String nameKey) {
    return new Kind(List.of(key), title, nameKey);
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

  /** The same as they are written, without their settings. */
  static List<NamedBinding> names(Environment environment) {
    var names = new ArrayList<NamedBinding>();
    for (var kind : KINDS) {
      for (var table : tables(environment, kind)) {
        table
            .string(kind.nameKey())
            .ifPresent(name -> names.add(new NamedBinding(kind.title(), name)));
      }
    }
    return names;
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
