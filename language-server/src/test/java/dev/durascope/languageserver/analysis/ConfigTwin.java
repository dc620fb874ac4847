package dev.durascope.languageserver.analysis;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.tree.Node;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The same configuration in the other syntax: TOML as JSON, JSON as TOML. Keys keep their order;
 * comments are not carried over.
 */
public final class ConfigTwin {

  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private ConfigTwin() {}

  /** A fault of the configuration's own text, or a value that the other syntax cannot write. */
  private static final class Untranslatable extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** The files with each configuration in the other syntax; none where one cannot be. */
  public static Optional<Map<Path, String>> of(Map<Path, String> files) {
    var twins = new LinkedHashMap<Path, String>();
    try {
      files.forEach(
          (path, text) ->
              twins.put(name(path), ConfigFiles.isConfig(path) ? translated(path, text) : text));
    } catch (Untranslatable e) {
      return Optional.empty();
    }
    return twins.size() == files.size() ? Optional.of(twins) : Optional.empty();
  }

  /** The path that the twin of {@code path} has: itself where it is no configuration. */
  public static Path name(Path path) {
    if (!ConfigFiles.isConfig(path)) {
      return path;
    }
    var name = path.toString();
    return Path.of(
        name.endsWith(".toml")
            ? name.replaceFirst("\\.toml$", ".jsonc")
            : name.replaceFirst("\\.jsonc?$", ".toml"));
  }

  private static String translated(Path path, String text) {
    var config = WranglerConfig.parse(path, text);
    if (!config.document().problems().isEmpty()) {
      throw new Untranslatable();
    }
    var root = config.document().root();
    return config.isToml() ? json(root, "") + "\n" : toml(root);
  }

  private static String json(Node node, String indent) {
    var deeper = indent + "  ";
    return switch (node) {
      case Node.Table table when table.entries().isEmpty() -> "{}";
      case Node.Table table ->
          table.entries().stream()
              .map(
                  entry ->
                      deeper + GSON.toJson(entry.key().name()) + ": " + json(entry.value(), deeper))
              .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
      case Node.Array array when array.items().isEmpty() -> "[]";
      case Node.Array array when array.items().stream().noneMatch(Node.Table.class::isInstance) ->
          array.items().stream()
              .map(item -> json(item, indent))
              .collect(Collectors.joining(", ", "[", "]"));
      case Node.Array array ->
          array.items().stream()
              .map(item -> deeper + json(item, deeper))
              .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
      case Node.Word _, Node.Missing _ -> throw new Untranslatable();
      case Node.Text _, Node.Numeric _, Node.Bool _, Node.Null _ -> GSON.toJson(node.toPlain());
    };
  }

  /** All on lines of their own, but environments under their headers, as people write them. */
  private static String toml(Node.Table root) {
    var out = new StringBuilder();
    var environments = root.table("env").filter(env -> !env.entries().isEmpty());
    for (var entry : root.entries()) {
      if (environments.isEmpty() || !entry.key().name().equals("env")) {
        out.append(line(entry));
      }
    }
    for (var environment : environments.map(Node.Table::entries).orElse(List.of())) {
      var table = environment.value().asTable().orElseThrow(Untranslatable::new);
      out.append("\n[env.").append(key(environment.key())).append("]\n");
      table.entries().forEach(entry -> out.append(line(entry)));
    }
    return out.toString();
  }

  private static String line(Node.Entry entry) {
    return key(entry.key()) + " = " + inline(entry.value()) + "\n";
  }

  private static String key(Node.Key key) {
    return key.name().matches("[A-Za-z0-9_-]+") ? key.name() : GSON.toJson(key.name());
  }

  private static String inline(Node node) {
    return switch (node) {
      case Node.Table table when table.entries().isEmpty() -> "{}";
      case Node.Table table ->
          table.entries().stream()
              .map(entry -> key(entry.key()) + " = " + inline(entry.value()))
              .collect(Collectors.joining(", ", "{ ", " }"));
      case Node.Array array ->
          array.items().stream()
              .map(ConfigTwin::inline)
              .collect(Collectors.joining(", ", "[", "]"));
      case Node.Word _, Node.Missing _, Node.Null _ -> throw new Untranslatable();
      case Node.Text _, Node.Numeric _, Node.Bool _ -> GSON.toJson(node.toPlain());
    };
  }
}
