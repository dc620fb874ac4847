package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.schema.SchemaNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys of a configuration together with a value to fill in: what the schema says of its form, and
 * for what is about objects the whole of what one needs. In the notation of the protocol: {@code
 * $1} is where the caret goes first.
 *
 * <p>In TOML everything is written on the key's own line, since a table of its own would take the
 * keys that stand behind it. Only where none do it is one, as people write it.
 */
enum KeySnippets {
  TOML {
    @Override
    String member(String key, String value) {
      return key + " = " + value;
    }
  },
  JSON {
    @Override
    String member(String key, String value) {
      return "\"" + key + "\": " + value;
    }
  };

  /** One key and its value. */
  abstract String member(String key, String value);

  /**
   * @param path of the key below its environment, with dots
   */
  String of(String path, String key, SchemaNode node) {
    return member(key, ofObjects(path).orElseGet(() -> value(node)));
  }

  /** The key as a table of TOML with a header, for what objects need at the top level. */
  static Optional<String> table(String key) {
    return switch (key) {
      case "durable_objects" ->
          Optional.of("[[durable_objects.bindings]]\nname = \"$1\"\nclass_name = \"$2\"");
      case "migrations" ->
          Optional.of("[[migrations]]\ntag = \"${1:v1}\"\nnew_sqlite_classes = [\"$2\"]");
      case "exports" ->
          Optional.of("[exports.${1:Name}]\ntype = \"durable-object\"\nstorage = \"sqlite\"");
      case "containers" ->
          Optional.of("[[containers]]\nclass_name = \"$1\"\nimage = \"${2:./Dockerfile}\"");
      default -> Optional.empty();
    };
  }

  /** What objects need, with the keys that wrangler asks for. */
  private Optional<String> ofObjects(String path) {
    return switch (path) {
      case "durable_objects" -> Optional.of(inline(member("bindings", list(binding()))));
      case "durable_objects.bindings" -> Optional.of(list(binding()));
      case "migrations" ->
          Optional.of(
              list(inline(member("tag", "\"${1:v1}\""), member("new_sqlite_classes", "[\"$2\"]"))));
      case "migrations.renamed_classes" ->
          Optional.of(list(inline(member("from", "\"$1\""), member("to", "\"$2\""))));
      case "migrations.transferred_classes" ->
          Optional.of(
              list(
                  inline(
                      member("from", "\"$1\""),
                      member("from_script", "\"$2\""),
                      member("to", "\"$3\""))));
      case "exports" ->
          Optional.of(
              inline(
                  member(
                      "${1:Name}",
                      inline(
                          member("type", "\"durable-object\""), member("storage", "\"sqlite\"")))));
      case "containers" ->
          Optional.of(
              list(
                  inline(
                      member("class_name", "\"$1\""), member("image", "\"${2:./Dockerfile}\""))));
      default -> Optional.empty();
    };
  }

  private String binding() {
    return inline(member("name", "\"$1\""), member("class_name", "\"$2\""));
  }

  private static String inline(String... members) {
    return "{ " + String.join(", ", List.of(members)) + " }";
  }

  private static String list(String item) {
    return "[" + item + "]";
  }

  /** An empty value of the form that the schema names; of several forms the first. */
  private static String value(SchemaNode node) {
    return switch (node.types().stream().findFirst().orElse("")) {
      case "string" -> "\"$1\"";
      case "boolean" -> "${1|true,false|}";
      case "object" -> "{ $1 }";
      case "array" -> {
        var items = node.items().map(SchemaNode::types).orElse(Set.of());
        yield items.contains("string")
            ? "[\"$1\"]"
            : items.contains("object") ? "[{ $1 }]" : "[$1]";
      }
      default -> "$1";
    };
  }
}
