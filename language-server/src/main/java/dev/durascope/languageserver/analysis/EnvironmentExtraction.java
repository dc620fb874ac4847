package dev.durascope.languageserver.analysis;

import dev.durascope.languageserver.schema.SchemaNode;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves keys of the top level, with their comments, to an environment that there is not yet. What
 * environments do not inherit, as bindings, and what stays on the top level, the new one is given a
 * copy of: it has what the Worker had.
 *
 * <p>What comes out is read again, and has to say just that.
 */
public final class EnvironmentExtraction {

  /** Those of which the schema does not say it in words. */
  private static final Set<String> NOT_INHERITED = Set.of("durable_objects", "version_metadata");

  private final WranglerConfig config;
  private final SchemaNode schema;
  private final String text;
  private final List<Node.Entry> moved;
  private final List<Node.Entry> copied;

  private EnvironmentExtraction(WranglerConfig config, SchemaNode schema, List<Node.Entry> moved) {
    this.config = config;
    this.schema = schema;
    this.text = config.document().text();
    this.moved = moved;
    this.copied =
        config.document().root().entries().stream()
            .filter(entry -> !moved.contains(entry) && isNotInherited(entry.key().name()))
            .toList();
  }

  /** The ways to extract what {@code selected} touches; none for a mere caret. */
  public static List<Fix> of(Subject subject, Span selected) {
    var config = subject.config();
    var schema = subject.schema();
    var keys = schema.property("env").flatMap(env -> env.property("")).map(SchemaNode::properties);
    var moved =
        config.document().root().entries().stream()
            .filter(entry -> touches(config, entry.value(), entry.span(), selected))
            .toList();
    if (selected.length() == 0
        || moved.isEmpty()
        || keys.isEmpty()
        || !config.document().problems().isEmpty()
        || !moved.stream().allMatch(entry -> keys.get().containsKey(entry.key().name()))
        || moved.stream().anyMatch(entry -> entry.key().name().equals("name"))) {
      return List.of();
    }
    var extraction = new EnvironmentExtraction(config, schema, moved);
    return EnvironmentNames.of(subject).stream()
        .flatMap(name -> extraction.to(name).stream())
        .toList();
  }

  /** TOML's tables may stand far apart: what lies between two of one list is not theirs. */
  private static boolean touches(WranglerConfig config, Node value, Span span, Span selected) {
    var items = value.asItems();
    boolean isTables =
        config.isToml()
            && !items.isEmpty()
            && items.getFirst() instanceof Node.Table table
            && table.header().isPresent();
    return isTables
        ? items.stream().anyMatch(item -> item.span().overlaps(selected))
        : span.overlaps(selected);
  }

  private boolean isNotInherited(String key) {
    return NOT_INHERITED.contains(key)
        || schema
            .property(key)
            .flatMap(SchemaNode::description)
            .filter(words -> words.contains("not automatically inherited"))
            .isPresent();
  }

  private Optional<Fix> to(String name) {
    var after = config.isToml() ? toml(name) : json(name);
    return says(after, name)
        ? Optional.of(
            new Fix(
                "Extract to env." + name,
                TextDifference.of(config.file(), text, after.document().text())))
        : Optional.empty();
  }

  private boolean says(WranglerConfig after, String name) {
    var expected = new LinkedHashMap<String, @Nullable Object>();
    var inside = new LinkedHashMap<String, @Nullable Object>();
    var environments = new LinkedHashMap<Object, @Nullable Object>();
    for (var entry : config.document().root().entries()) {
      var value = entry.value().toPlain();
      if (moved.contains(entry) || copied.contains(entry)) {
        inside.put(entry.key().name(), value);
      }
      if (value instanceof Map<?, ?> all && entry.key().name().equals("env")) {
        environments.putAll(all);
      } else if (!moved.contains(entry)) {
        expected.put(entry.key().name(), value);
      }
    }
    environments.put(name, inside);
    expected.put("env", environments);
    return after.document().problems().isEmpty()
        && expected.equals(after.document().root().toPlain());
  }

  private WranglerConfig toml(String name) {
    var statements = new StringBuilder();
    var tables = new StringBuilder();
    var gone = new ArrayList<Span>();
    var lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
    for (var entry : config.document().root().entries()) {
      boolean isMoved = moved.contains(entry);
      if (!isMoved && !copied.contains(entry)) {
        continue;
      }
      for (var part : TomlPart.of(text, entry)) {
        var written = part.under("env." + name + ".", text);
        if (part.path().isEmpty()) {
          statements.append(written).append(lineBreak);
        } else {
          tables.append(lineBreak).append(written).append(lineBreak);
        }
        if (isMoved) {
          gone.add(part.withBreaks(text));
        }
      }
    }
    gone.sort(Span::compareTo);
    var rest = new StringBuilder();
    int at = 0;
    for (var span : gone) {
      rest.append(text, at, Math.max(at, span.start()));
      at = Math.max(at, span.end());
    }
    rest.append(text.substring(at));
    var section =
        statements.isEmpty()
            ? tables.substring(lineBreak.length())
            : "[env." + name + "]" + lineBreak + statements + tables;
    var kept = rest.toString().stripTrailing();
    return WranglerConfig.parse(
        config.file(), kept.isEmpty() ? section : kept + lineBreak + lineBreak + section);
  }

  private WranglerConfig json(String name) {
    var lines = new ArrayList<String>();
    lines.add("\"" + name + "\": {");
    var all =
        config.document().root().entries().stream()
            .filter(entry -> moved.contains(entry) || copied.contains(entry))
            .toList();
    for (var entry : all) {
      var member = JsonMember.of(text, entry);
      member.above().forEach(comment -> lines.add("\t" + comment));
      var value = ("\"" + entry.key().name() + "\": " + StatementEdit.raw(config, entry));
      var comma = entry.equals(all.getLast()) ? "" : ",";
      (value + comma + member.behind()).lines().forEach(line -> lines.add("\t" + line));
    }
    lines.add("}");
    var environments = config.document().root().table("env");
    var draft = Draft.of(config);
    if (environments.isPresent()) {
      draft = draft.with(TextInsertion.intoObject(config, environments.get(), lines));
    } else {
      lines.replaceAll(line -> "\t" + line);
      lines.addFirst("\"env\": {");
      lines.addLast("}");
      draft = draft.with(TextInsertion.intoObject(config, config.document().root(), lines));
    }
    for (var entry : moved) {
      var now = draft.current().document().root().entry(entry.key().name());
      if (now.isPresent()) {
        draft =
            draft.with(
                JsonMember.of(draft.current().document().text(), now.get())
                    .removal(draft.current(), now.get()));
      }
    }
    return draft.current();
  }
}
