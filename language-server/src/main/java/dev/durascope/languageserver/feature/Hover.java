package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.schema.SchemaNode;
import dev.durascope.model.config.Environment;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.modules.ExportLookup.Exported;
import dev.durascope.model.modules.ExportLookup.NotExported;
import dev.durascope.model.modules.ExportLookup.TypeOnly;
import dev.durascope.model.modules.ExportLookup.Unknown;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the text under the pointer is.
 *
 * @param markdown for people
 * @param span the text that it is about, in the file that was asked for
 */
public record Hover(String markdown, Span span) {

  /** What stands at {@code offset} of {@code file}, where there is something to say of it. */
  public static Optional<Hover> of(Subject subject, Path file, int offset) {
    return Target.at(subject, file, offset)
        .flatMap(
            target ->
                switch (target) {
                  case Target.ClassName(var name) ->
                      Optional.of(new Hover(classText(subject, name.value()), name.span()));
                  case Target.ClassUse(var name, var className) ->
                      Optional.of(new Hover(classText(subject, className), name.span()));
                  case Target.BindingUse(var name) -> binding(subject, name);
                  case Target.BindingName(var name) -> binding(subject, name);
                  case Target.Key(var path, var name) -> key(subject, path, name);
                  case Target.ContainerName(var name) ->
                      Optional.of(
                          new Hover(ContainerMentions.text(subject, name.value()), name.span()));
                  case Target.Entry _, Target.Tag _ -> Optional.<Hover>empty();
                });
  }

  private static Optional<Hover> key(Subject subject, List<String> path, Located<String> name) {
    var at = Optional.of(subject.schema());
    for (var part : path) {
      at = at.flatMap(node -> property(node, part));
    }
    return at.flatMap(
        node -> node.description().map(text -> new Hover(describe(node, text), name.span())));
  }

  /** Items of an array add nothing to a path. */
  private static Optional<SchemaNode> property(SchemaNode node, String name) {
    return node.property(name).or(() -> node.items().flatMap(items -> items.property(name)));
  }

  private static String describe(SchemaNode node, String text) {
    var lines = new ArrayList<>(List.of(text));
    if (!node.values().isEmpty()) {
      lines.add("One of `" + String.join("`, `", node.values()) + "`.");
    }
    node.defaultValue().ifPresent(value -> lines.add("Default: `" + value + "`"));
    return String.join("\n\n", lines);
  }

  /** What there is to say of an object's binding, where {@code name} stands. */
  static Optional<Hover> binding(Subject subject, Located<String> name) {
    var bindings = Target.bindings(subject, name.value());
    if (bindings.isEmpty()) {
      return Optional.empty();
    }
    var className = Definition.className(bindings.getFirst());
    var owner = bindings.getFirst().scriptName().map(Located::value);
    var head =
        "`%s`: the Durable Object namespace of `%s`%s"
            .formatted(
                name.value(),
                className,
                owner.map(script -> " of the Worker `" + script + "`").orElse(""));
    return Optional.of(
        new Hover(
            owner.isPresent() ? head : head + "\n\n" + lives(subject, className), name.span()));
  }

  /** What there is to say of a class by its name in the configuration, in Markdown. */
  static String classText(Subject subject, String name) {
    var head = "`class %s`".formatted(name) + where(subject, name);
    var bindings =
        subject.bindingViews().stream()
            .flatMap(view -> bindings(view, name).stream())
            .distinct()
            .toList();
    return head
        + (bindings.isEmpty()
            ? "\n\nNot bound."
            : "\n\nBound as `" + String.join("`, `", bindings) + "`.")
        + "\n\n"
        + lives(subject, name);
  }

  private static List<String> bindings(EnvironmentView view, String className) {
    return view.environment().durableObjects().stream()
        .filter(binding -> binding.isOwnClass(view.environment()))
        .filter(binding -> Definition.className(binding).equals(className))
        .flatMap(binding -> binding.name().stream())
        .map(Located::value)
        .toList();
  }

  private static String where(Subject subject, String name) {
    var view = subject.views().getFirst();
    return switch (view.lookup(name)) {
      case Exported(_, var file, _) -> ", exported by " + view.relative(file);
      case TypeOnly(var file, _) -> ", exported by " + view.relative(file) + " as a type only";
      case NotExported _ -> ", which " + view.entryName() + " does not export";
      case Unknown(var reason) -> "; " + reason;
    };
  }

  /** The storage of the class, for each environment; one line where all agree. */
  private static String lives(Subject subject, String className) {
    var lines = new ArrayList<String>();
    for (var view : subject.views()) {
      lines.add(life(view.environment(), className));
    }
    if (lines.stream().distinct().count() == 1) {
      return lines.getFirst();
    }
    var named = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      var environment = subject.views().get(i).environment();
      named.add("- " + environment.name().orElse("top level") + ": " + lines.get(i));
    }
    return String.join("\n", named);
  }

  private static String life(Environment environment, String className) {
    return environment
        .lifecycle()
        .find(className)
        .map(
            live ->
                switch (live.storage()) {
                  case SQLITE -> "Storage: SQLite.";
                  case KEY_VALUE -> "Storage: key-value, without SQL.";
                })
        .orElse(
            environment.lifecycle().form() == Lifecycle.Form.NONE
                ? "No migration creates it."
                : "Not alive after the history that is written here.");
  }
}
