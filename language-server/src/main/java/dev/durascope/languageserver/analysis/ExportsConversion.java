package dev.durascope.languageserver.analysis;

import dev.durascope.languageserver.analysis.ClassFates.Fate;
import dev.durascope.languageserver.analysis.ClassFates.Gone;
import dev.durascope.languageserver.analysis.ClassFates.Live;
import dev.durascope.languageserver.analysis.ClassFates.Successor;
import dev.durascope.model.config.Environment;
import dev.durascope.model.config.Lifecycle.Storage;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the {@code migrations} of a whole configuration as the map {@code exports}, each list
 * where it stands: wrangler refuses both forms in one Worker, so it is all lists or none.
 *
 * <p>Comments within the lists are kept above the entries. The result is read again and compared
 * with what it has to say; a text in which that fails is not converted.
 */
public final class ExportsConversion {

  private static final String TITLE = "Convert migrations to exports";

  private final WranglerConfig config;
  private final String text;
  private final List<Fix.Edit> edits = new ArrayList<>();

  private ExportsConversion(WranglerConfig config) {
    this.config = config;
    this.text = config.document().text();
  }

  /** The conversion; empty where it is not certain that it says the same. */
  public static Optional<Fix> of(WranglerConfig config) {
    boolean isPlain =
        config.document().problems().isEmpty()
            && config.environments().stream()
                .allMatch(
                    each ->
                        each.own().get("exports").isEmpty()
                            // Containers name their class, and would have to be named by it.
                            && each.own().get("containers").isEmpty());
    return isPlain ? new ExportsConversion(config).converted() : Optional.empty();
  }

  private Optional<Fix> converted() {
    var expected = new LinkedHashMap<Optional<String>, Map<String, Fate>>();
    for (var environment : config.environments()) {
      var list = environment.own().entry("migrations");
      if (list.isEmpty()) {
        continue;
      }
      var fates = ClassFates.of(environment);
      if (fates.isEmpty() || !(list.get().value() instanceof Node.Array array)) {
        return Optional.empty();
      }
      expected.put(environment.name(), fates.get());
      boolean done =
          config.isToml()
              ? text.startsWith("[[", array.span().start())
                  ? tables(environment, array, fates.get())
                  : inline(list.get(), fates.get())
              : json(environment, list.get(), fates.get());
      if (!done) {
        return Optional.empty();
      }
    }
    var fix = new Fix(TITLE, edits);
    return !expected.isEmpty() && says(fix, expected) ? Optional.of(fix) : Optional.empty();
  }

  /**
   * Whether the text would be read as it is expected to be. TOML is not judged again, which takes
   * longer than all rules together: whole statements of a valid text are replaced by tables of a
   * name that is new, and what would come to belong to another table is read as something else.
   */
  private boolean says(Fix fix, Map<Optional<String>, Map<String, Fate>> expected) {
    for (int i = 1; i < fix.edits().size(); i++) {
      if (fix.edits().get(i).place().span().start() < fix.edits().get(i - 1).place().span().end()) {
        return false;
      }
    }
    var after = WranglerConfig.parseValid(config.file(), fix.applyTo(config.file(), text));
    return after.document().problems().isEmpty()
        && plain(after, null).equals(plain(config, expected));
  }

  /** What the configuration says; with {@code fates}, what it is to say. */
  private static Map<?, ?> plain(
      WranglerConfig config, @Nullable Map<Optional<String>, Map<String, Fate>> fates) {
    var plain = new LinkedHashMap<Object, @Nullable Object>();
    for (var environment : config.environments()) {
      var own = new LinkedHashMap<Object, @Nullable Object>();
      for (var entry : environment.own().entries()) {
        if (!(environment.isTop() && entry.key().name().equals("env"))) {
          own.put(entry.key().name(), entry.value().toPlain());
        }
      }
      var exports = fates == null ? null : fates.get(environment.name());
      if (exports != null) {
        own.remove("migrations");
        var entries = new LinkedHashMap<String, Map<String, String>>();
        exports.forEach((name, fate) -> entries.put(name, fields(fate)));
        own.put("exports", entries);
      }
      plain.put(environment.name(), own);
    }
    return plain;
  }

  private static Map<String, String> fields(Fate fate) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("type", "durable-object");
    switch (fate) {
      case Live(var storage) ->
          fields.put("storage", storage == Storage.SQLITE ? "sqlite" : "legacy-kv");
      case Gone() -> fields.put("state", "deleted");
      case Successor(var name) -> {
        fields.put("state", "renamed");
        fields.put("renamed_to", name);
      }
    }
    return fields;
  }

  /** {@code [[migrations]]}: the first becomes all entries, the others go. */
  private boolean tables(Environment environment, Node.Array steps, Map<String, Fate> fates) {
    var comments = new ArrayList<String>();
    var regions = new ArrayList<Span>();
    for (var step : steps.items()) {
      boolean first = regions.isEmpty();
      int start = lineStart(step.span().start());
      var region = new Span(first ? start : aboveComments(start), lineEnd(step.span().end()));
      var inside = Comments.within(text, region, true);
      if (inside.isEmpty()) {
        return false;
      }
      comments.addAll(inside.get());
      regions.add(region);
    }
    var header = steps.items().getFirst().span().start();
    var indent = text.substring(lineStart(header), header);
    var path =
        environment.name().map(name -> "env." + LifecycleEdit.tomlKey(name) + ".").orElse("")
            + "exports.";
    var blocks = new ArrayList<String>();
    fates.forEach(
        (name, fate) -> {
          var lines = new ArrayList<String>();
          lines.add(indent + "[" + path + LifecycleEdit.tomlKey(name) + "]");
          fields(fate)
              .forEach((key, value) -> lines.add("%s%s = \"%s\"".formatted(indent, key, value)));
          blocks.add(String.join("\n", lines));
        });
    var above = new StringBuilder();
    comments.forEach(comment -> above.append(indent).append(comment).append('\n'));
    replace(regions.getFirst(), above + String.join("\n\n", blocks));
    regions.stream().skip(1).map(this::withBreaks).forEach(region -> replace(region, ""));
    return true;
  }

  /** {@code migrations = [...]}, perhaps as {@code env.name.migrations}: a line for each class. */
  private boolean inline(Node.Entry list, Map<String, Fate> fates) {
    int start = lineStart(list.key().span().start());
    var prefix = text.substring(start, list.key().span().start());
    var region = new Span(start, lineEnd(list.value().span().end()));
    var comments = Comments.within(text, region, true);
    if (!prefix.matches("[ \\t]*([\\w-]+\\.)*") || comments.isEmpty()) {
      return false;
    }
    var indent = prefix.substring(0, prefix.length() - prefix.stripLeading().length());
    var lines = new ArrayList<String>();
    comments.get().forEach(comment -> lines.add(indent + comment));
    fates.forEach(
        (name, fate) ->
            lines.add(
                "%sexports.%s = { %s }"
                    .formatted(
                        prefix, LifecycleEdit.tomlKey(name), joined(fields(fate), "%s = \"%s\""))));
    replace(region, String.join("\n", lines));
    return true;
  }

  private boolean json(Environment environment, Node.Entry list, Map<String, Fate> fates) {
    int start = list.key().span().start() - 1;
    var region = new Span(start, list.value().span().end());
    var comments = Comments.within(text, region, false).orElseThrow();
    var indent = text.substring(lineStart(start), start);
    var entries = new ArrayList<String>();
    fates.forEach(
        (name, fate) ->
            entries.add("\"%s\": { %s }".formatted(name, joined(fields(fate), "\"%s\": \"%s\""))));
    if (!indent.isBlank()) {
      // On a line with others it stays on it.
      replace(region, "\"exports\": { " + String.join(", ", entries) + " }");
      return comments.isEmpty();
    }
    int depth = environment.isTop() ? 1 : 3;
    var unit = indent.substring(0, indent.length() / depth);
    var inner = "\n" + indent + (unit.isEmpty() ? "  " : unit);
    var above = new StringBuilder();
    comments.forEach(comment -> above.append(inner).append(comment));
    replace(
        region,
        "\"exports\": {" + above + inner + String.join("," + inner, entries) + "\n" + indent + "}");
    return true;
  }

  private static String joined(Map<String, String> fields, String format) {
    return String.join(
        ", ",
        fields.entrySet().stream()
            .map(field -> format.formatted(field.getKey(), field.getValue()))
            .toList());
  }

  private void replace(Span span, String by) {
    edits.add(
        new Fix.Edit(
            new Place(config.file(), span),
            text.contains("\r\n") ? by.replace("\r\n", "\n").replace("\n", "\r\n") : by));
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Where the line's break begins. */
  private int lineEnd(int offset) {
    int at = text.indexOf('\n', offset);
    int end = at < 0 ? text.length() : at;
    return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** The start of the comment lines right above, which speak of what follows. */
  private int aboveComments(int lineStart) {
    int at = lineStart;
    while (at > 0) {
      int above = lineStart(at - 1);
      if (!text.substring(above, at).strip().startsWith("#")) {
        return at;
      }
      at = above;
    }
    return at;
  }

  /** The region with its own line break, and the empty lines before it. */
  private Span withBreaks(Span region) {
    int start = region.start();
    while (start > 0 && text.substring(lineStart(start - 1), start).isBlank()) {
      start = lineStart(start - 1);
    }
    int line = text.indexOf('\n', region.end());
    return new Span(start, line < 0 ? text.length() : line + 1);
  }
}
