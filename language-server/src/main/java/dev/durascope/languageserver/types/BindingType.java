package dev.durascope.languageserver.types;

import dev.durascope.model.config.Environment;
import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of bindings whose type is the same whatever they bind, in the order in which wrangler
 * writes them. One row a kind.
 *
 * @param path the keys from the environment to the list or table
 * @param nameKey the key that holds the name in {@code env}
 */
record BindingType(List<String> path, String nameKey, String type) {

  private static final List<BindingType> ALL =
      List.of(
          of("kv_namespaces", "KVNamespace"),
          of("r2_buckets", "R2Bucket"),
          of("d1_databases", "D1Database"),
          of("vectorize", "VectorizeIndex"),
          of("hyperdrive", "Hyperdrive"),
          new BindingType(List.of("send_email"), "name", "SendEmail"),
          of("analytics_engine_datasets", "AnalyticsEngineDataset"),
          of("dispatch_namespaces", "DispatchNamespace"),
          of("mtls_certificates", "Fetcher"),
          new BindingType(List.of("queues", "producers"), "binding", "Queue"),
          of("secrets_store_secrets", "SecretsStoreSecret"),
          of("artifacts", "Artifacts"),
          of("unsafe_hello_world", "HelloWorldBinding"),
          of("flagship", "Flagship"),
          new BindingType(List.of("ratelimits"), "name", "RateLimit"),
          of("worker_loaders", "WorkerLoader"),
          of("vpc_services", "Fetcher"),
          of("vpc_networks", "Fetcher"),
          of("ai_search_namespaces", "AiSearchNamespace"),
          of("ai_search", "AiSearchInstance"),
          of("websearch", "WebSearch"),
          of("agent_memory", "AgentMemoryNamespace"),
          of("browser", "BrowserRun"),
          of("ai", "Ai"),
          of("images", "ImagesBinding"),
          of("stream", "StreamBinding"),
          of("media", "MediaBinding"),
          of("version_metadata", "WorkerVersionMetadata"));

  private static final BindingType ASSETS = of("assets", "Fetcher");

  private static BindingType of(String key, String type) {
    return new BindingType(List.of(key), "binding", type);
  }

  /**
   * Adds the types of an environment's bindings by their names. What has a name already keeps its
   * type.
   *
   * @param inherits whether static assets may be those of the top level
   */
  static void addTo(Map<String, Located<String>> types, Environment environment, boolean inherits) {
    for (var kind : ALL) {
      kind.add(types, environment.ownValue(kind.path().getFirst()));
    }
    ASSETS.add(types, inherits ? environment.inherited("assets") : environment.ownValue("assets"));
  }

  private void add(Map<String, Located<String>> types, Optional<Node> at) {
    var node = at;
    for (var key : path.subList(1, path.size())) {
      node = node.flatMap(Node::asTable).flatMap(table -> table.get(key));
    }
    if (node.isEmpty()) {
      return;
    }
    var table = node.get().asTable();
    var tables =
        table.isPresent()
            ? List.of(table.get())
            : node.get().asItems().stream().flatMap(item -> item.asTable().stream()).toList();
    for (var each : tables) {
      each.string(nameKey)
          .ifPresent(name -> types.putIfAbsent(name.value(), new Located<>(type, name.span())));
    }
  }
}
