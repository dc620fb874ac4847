package dev.durascope.languageserver.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a schema says about one value: all the forms that it may take, laid over each other.
 *
 * <p>Of JSON Schema (draft 7) this reads what wrangler's schema uses: {@code $ref} within the
 * document, {@code anyOf}, {@code oneOf}, {@code allOf}, {@code properties}, {@code
 * additionalProperties}, {@code items}, {@code enum}, {@code const}, {@code type}, {@code default}
 * and descriptions. Alternatives are not told apart: a key is known if one of them knows it, which
 * is what somebody needs who must not raise a false alarm.
 *
 * @param document the whole schema, for its definitions
 * @param forms without references, the alternatives in the schema's order
 */
public record SchemaNode(JsonObject document, List<JsonObject> forms) {

  /** References that lead to references; more is a circle. */
  private static final int MAX_DEPTH = 32;

  public SchemaNode {
    forms = List.copyOf(forms);
  }

  /** What {@code document} says about a whole file. */
  static SchemaNode root(JsonObject document) {
    return of(document, document);
  }

  private static SchemaNode of(JsonObject document, JsonElement schema) {
    var forms = new ArrayList<JsonObject>();
    collect(document, schema, MAX_DEPTH, forms);
    return new SchemaNode(document, forms);
  }

  private static void collect(
      JsonObject document, JsonElement schema, int depth, List<JsonObject> forms) {
    if (!(schema instanceof JsonObject object) || depth == 0) {
      return;
    }
    forms.add(object);
    if (object.get("$ref") instanceof JsonPrimitive reference) {
      resolve(document, reference.getAsString())
          .ifPresent(target -> collect(document, target, depth - 1, forms));
    }
    for (var key : List.of("anyOf", "oneOf", "allOf")) {
      if (object.get(key) instanceof JsonArray alternatives) {
        alternatives.forEach(each -> collect(document, each, depth - 1, forms));
      }
    }
  }

  private static Optional<JsonElement> resolve(JsonObject document, String reference) {
    if (!reference.startsWith("#/")) {
      return Optional.empty();
    }
    JsonElement at = document;
    for (var part : reference.substring(2).split("/", -1)) {
      if (!(at instanceof JsonObject object) || !object.has(part)) {
        return Optional.empty();
      }
      at = object.get(part);
    }
    return Optional.of(at);
  }

  /** The keys that the value may have if it is an object, in the schema's order. */
  public Map<String, SchemaNode> properties() {
    var properties = new LinkedHashMap<String, List<JsonObject>>();
    for (var form : forms) {
      if (form.get("properties") instanceof JsonObject object) {
        for (var entry : object.entrySet()) {
          properties
              .computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
              .addAll(of(document, entry.getValue()).forms());
        }
      }
    }
    var nodes = new LinkedHashMap<String, SchemaNode>();
    properties.forEach((key, all) -> nodes.put(key, new SchemaNode(document, all)));
    return nodes;
  }

  /** What is said of the value under {@code key}: by name, or as one of any names. */
  public Optional<SchemaNode> property(String key) {
    var named = new ArrayList<JsonObject>();
    var any = new ArrayList<JsonObject>();
    for (var form : forms) {
      if (form.get("properties") instanceof JsonObject object && object.has(key)) {
        named.addAll(of(document, object.get(key)).forms());
      }
      if (form.get("additionalProperties") instanceof JsonObject schema) {
        any.addAll(of(document, schema).forms());
      }
    }
    var found = named.isEmpty() ? any : named;
    return found.isEmpty() ? Optional.empty() : Optional.of(new SchemaNode(document, found));
  }

  /** Whether the value is an object that has none but the {@link #properties}. */
  public boolean isClosed() {
    boolean closed = false;
    for (var form : forms) {
      if (form.has("properties") || isObject(form)) {
        var others = form.get("additionalProperties");
        if (others == null || !others.isJsonPrimitive() || others.getAsBoolean()) {
          return false;
        }
        closed = true;
      }
    }
    return closed;
  }

  private static boolean isObject(JsonObject form) {
    return form.get("type") instanceof JsonPrimitive type && type.getAsString().equals("object");
  }

  /** What is said of each item if the value is an array. */
  public Optional<SchemaNode> items() {
    var items = new ArrayList<JsonObject>();
    for (var form : forms) {
      if (form.get("items") instanceof JsonObject schema) {
        items.addAll(of(document, schema).forms());
      }
    }
    return items.isEmpty() ? Optional.empty() : Optional.of(new SchemaNode(document, items));
  }

  /** The types that the value may have: {@code string}, {@code array} … in the schema's words. */
  public Set<String> types() {
    var types = new LinkedHashSet<String>();
    for (var form : forms) {
      switch (form.get("type")) {
        case JsonPrimitive one -> types.add(one.getAsString());
        case JsonArray several -> several.forEach(each -> types.add(each.getAsString()));
        case null, default -> {}
      }
    }
    return types;
  }

  /** The strings that the value may be, where they are listed. */
  public List<String> values() {
    var values = new LinkedHashSet<String>();
    for (var form : forms) {
      if (form.get("enum") instanceof JsonArray listed) {
        listed.forEach(each -> addString(values, each));
      }
      addString(values, form.get("const"));
    }
    return List.copyOf(values);
  }

  private static void addString(Set<String> values, JsonElement value) {
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      values.add(primitive.getAsString());
    }
  }

  /** What the value is for, in Markdown: of a reference what is said where it is used. */
  public Optional<String> description() {
    for (var form : forms) {
      for (var key : List.of("markdownDescription", "description")) {
        if (form.get(key) instanceof JsonPrimitive text) {
          return Optional.of(text.getAsString());
        }
      }
    }
    return Optional.empty();
  }

  /** What holds where the key is not written, as JSON. */
  public Optional<String> defaultValue() {
    return forms.stream()
        .filter(form -> form.has("default"))
        .map(form -> form.get("default").toString())
        .findFirst();
  }

  /** Why the key should not be used any more, where that is said. */
  public boolean isDeprecated() {
    return forms.stream().anyMatch(form -> form.has("deprecated"));
  }
}
