package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.NearestName;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.schema.SchemaNode;
import dev.durascope.model.tree.Node;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CFG03: a key that the schema of the project's wrangler does not know. */
final class UnknownKey implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "CFG03",
          Severity.WARNING,
          "A key means nothing to wrangler",
          """
          wrangler warns (*Unexpected fields found*) and goes on without the key, so a misspelt \
          one is simply not there: with `class-name` in place of `class_name` the binding is \
          refused, with `new_class` in place of `new_classes` the class is never created. In TOML \
          a key that stands below a table header belongs to that table, wherever it was meant to \
          go. The keys are those of the wrangler that the project has installed.
          """,
          """
          [[durable_objects.binding]]
          name = "ROOM"
          class_name = "Room"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  /** Keys of former times, which have diagnostics of their own. */
  private static final Set<String> LEGACY =
      Set.of(
          "type",
          "webpack_config",
          "miniflare",
          "legacy_env",
          "node_compat",
          "usage_model",
          "zone_id",
          "kv-namespaces",
          "build.upload");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    visit(subject, subject.config().document().root(), subject.schema(), "", out);
  }

  private static void visit(
      Subject subject, Node node, SchemaNode schema, String path, Consumer<Diagnostic> out) {
    switch (node) {
      case Node.Table table -> visitTable(subject, table, schema, path, out);
      case Node.Array array ->
          schema
              .items()
              .ifPresent(
                  items -> array.items().forEach(item -> visit(subject, item, items, path, out)));
      default -> {}
    }
  }

  private static void visitTable(
      Subject subject, Node.Table table, SchemaNode schema, String path, Consumer<Diagnostic> out) {
    boolean closed = schema.isClosed();
    @Nullable List<String> free = null;
    for (var entry : table.entries()) {
      var name = entry.key().name();
      var key = path.isEmpty() ? name : path + "." + name;
      var known = schema.property(name);
      if (known.isPresent()) {
        visit(subject, entry.value(), known.get(), key, out);
      } else if (closed && !LEGACY.contains(withoutEnvironment(key))) {
        free = free == null ? freeKeys(table, schema) : free;
        report(subject, entry, free, path, out);
      }
    }
  }

  /** The keys that could stand in the table and do not. */
  private static List<String> freeKeys(Node.Table table, SchemaNode schema) {
    var taken =
        table.entries().stream().map(entry -> entry.key().name()).collect(Collectors.toSet());
    return schema.properties().keySet().stream().filter(key -> !taken.contains(key)).toList();
  }

  private static String withoutEnvironment(String path) {
    return path.replaceFirst("^env\\.[^.]*\\.", "");
  }

  private static void report(
      Subject subject, Node.Entry entry, List<String> free, String path, Consumer<Diagnostic> out) {
    var name = entry.key().name();
    var place = subject.at(entry.key().span());
    var message =
        "Unexpected fields found in %s field: \"%s\""
            .formatted(path.isEmpty() ? "top-level" : path, name);
    if (subject.config().isToml()
        && !path.isEmpty()
        && subject.schema().properties().containsKey(name)) {
      out.accept(
          new Diagnostic(
              KIND, place, message + "; at the top level it has to stand above the first table"));
      return;
    }
    out.accept(
        NearestName.of(name, free)
            .map(
                near ->
                    new Diagnostic(KIND, place, message + "; did you mean \"" + near + "\"?")
                        .with(new Fix("Replace by \"" + near + "\"", place, near)))
            .orElseGet(() -> new Diagnostic(KIND, place, message)));
  }
}
