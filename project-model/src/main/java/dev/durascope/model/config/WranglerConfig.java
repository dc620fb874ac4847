package dev.durascope.model.config;

import dev.durascope.model.json.JsonReader;
import dev.durascope.model.text.Span;
import dev.durascope.model.toml.TomlReader;
import dev.durascope.model.tree.Document;
import dev.durascope.model.tree.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One configuration file, read: its tree and its environments.
 *
 * <p>Reading never fails on what the text says; a half-typed file is a configuration with problems.
 * The two ways to look at it: {@link #environments} gives the facts with their places, for
 * diagnostics and navigation; {@link #effective} gives plain values, for whoever runs the project.
 *
 * @param file absolute, so that relative paths in it have a base
 */
public record WranglerConfig(Path file, Document document) {

  public WranglerConfig {
    file = file.toAbsolutePath().normalize();
  }

  /** Reads the configuration from disk. */
  public static WranglerConfig read(Path file) throws IOException {
    return parse(file, Files.readString(file));
  }

  /**
   * Reads {@code text} as the content of {@code file}; the name's ending decides between TOML and
   * JSON. The file need not exist.
   */
  public static WranglerConfig parse(Path file, String text) {
    var document = ConfigFiles.isToml(file) ? TomlReader.read(text) : JsonReader.read(text);
    return new WranglerConfig(file, document);
  }

  /** The same, of a text whose syntax is known to be right. */
  public static WranglerConfig parseValid(Path file, String text) {
    var document = ConfigFiles.isToml(file) ? TomlReader.readValid(text) : JsonReader.read(text);
    return new WranglerConfig(file, document);
  }

  /** Whether the file is TOML, else it is JSON with comments. */
  public boolean isToml() {
    return ConfigFiles.isToml(file);
  }

  public Path directory() {
    var parent = file.getParent();
    return parent == null ? file : parent;
  }

  /** The file's own name, for messages. */
  public String fileName() {
    return String.valueOf(file.getFileName());
  }

  /** What the file says without an environment. */
  public Environment top() {
    return new Environment(Optional.empty(), document.root(), document.root());
  }

  /** The environments under {@code env}, by name, in the order of the file. */
  public Map<String, Environment> named() {
    return named(top());
  }

  private Map<String, Environment> named(Environment top) {
    var named = new LinkedHashMap<String, Environment>();
    for (var entry : document.root().table("env").orElse(Node.Table.EMPTY).entries()) {
      var name = entry.key().name();
      if (entry.value() instanceof Node.Table table) {
        named.put(name, new Environment(name, table, top));
      }
    }
    return named;
  }

  /** The top level, then each named environment. */
  public List<Environment> environments() {
    var top = top();
    return Stream.concat(Stream.of(top), named(top).values().stream()).toList();
  }

  /**
   * The plain values that a run with {@code --env} sees. An environment that the file does not have
   * is a problem in the result, and the top level is used under the environment's name, as wrangler
   * does.
   */
  public EffectiveConfig effective(Optional<String> environment) {
    return EffectiveConfig.of(this, environment);
  }

  /** {@code message} with this file's place, for people. */
  ConfigProblem problem(Span span, String message) {
    var position = document.lines().position(span.start());
    return new ConfigProblem(file, position.line() + 1, position.column() + 1, message);
  }
}
