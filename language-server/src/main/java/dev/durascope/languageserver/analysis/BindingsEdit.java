package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.Environment;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes bindings into an environment. */
public final class BindingsEdit {

  private static final String OBJECTS = "durable_objects";

  private static final String BINDINGS = "bindings";

  private BindingsEdit() {}

  /**
   * Copies the Durable Objects of the top level to {@code environment}, which has none; empty where
   * the environment is written in a way that nothing can be appended to.
   */
  public static Optional<Fix> copyObjects(WranglerConfig config, Environment environment) {
    var name = environment.name().orElseThrow();
    var title = "Copy \"%s\" to env.%s".formatted(OBJECTS, name);
    if (!config.isToml()) {
      return config
          .document()
          .root()
          .entry(OBJECTS)
          .map(
              entry ->
                  new Fix(
                      title,
                      TextInsertion.intoObject(config, environment.own(), lines(config, entry))));
    }
    boolean inline = config.document().text().startsWith("{", environment.own().span().start());
    return inline
        ? Optional.empty()
        : Optional.of(new Fix(title, TextInsertion.appendToml(config, tables(config, name))));
  }

  /**
   * Binds {@code className} of this Worker; empty where the environment is written in a way that
   * nothing can be added to.
   */
  public static Optional<Fix.Edit> add(
      WranglerConfig config, Environment environment, String name, String className) {
    var objects = environment.own().get(OBJECTS);
    var bindings = objects.flatMap(Node::asTable).flatMap(table -> table.get(BINDINGS));
    if (bindings.isPresent() && !(bindings.get() instanceof Node.Array)) {
      return Optional.empty();
    }
    var list = bindings.map(Node.Array.class::cast);
    return config.isToml()
        ? addToml(config, environment, list, name, className)
        : Optional.of(addJson(config, environment, list, name, className));
  }

  private static Optional<Fix.Edit> addToml(
      WranglerConfig config,
      Environment environment,
      Optional<Node.Array> list,
      String name,
      String className) {
    var text = config.document().text();
    var fields = List.of("name = \"" + name + "\"", "class_name = \"" + className + "\"");
    if (list.isPresent() && !text.startsWith("[[", list.get().span().start())) {
      return Optional.of(
          TextInsertion.intoArray(
              config, list.get(), List.of("{ " + String.join(", ", fields) + " }")));
    }
    boolean closed =
        isInline(text, environment.own())
            || environment.own().table(OBJECTS).filter(table -> isInline(text, table)).isPresent();
    var header =
        "[[%s%s.%s]]"
            .formatted(
                environment
                    .name()
                    .map(each -> "env." + LifecycleEdit.tomlKey(each) + ".")
                    .orElse(""),
                OBJECTS,
                BINDINGS);
    var lines = header + "\n" + String.join("\n", fields);
    return closed
        ? Optional.empty()
        : Optional.of(
            list.map(all -> TextInsertion.belowToml(config, all.span(), "\n" + lines))
                .orElseGet(() -> TextInsertion.appendToml(config, lines)));
  }

  private static boolean isInline(String text, Node.Table table) {
    return text.startsWith("{", table.span().start());
  }

  private static Fix.Edit addJson(
      WranglerConfig config,
      Environment environment,
      Optional<Node.Array> list,
      String name,
      String className) {
    var binding = "{ \"name\": \"%s\", \"class_name\": \"%s\" }".formatted(name, className);
    if (list.isPresent()) {
      return TextInsertion.intoArray(config, list.get(), List.of(binding));
    }
    var bindings = "\"%s\": [%s]".formatted(BINDINGS, binding);
    return environment
        .own()
        .table(OBJECTS)
        .map(objects -> TextInsertion.intoObject(config, objects, List.of(bindings)))
        .orElseGet(
            () ->
                TextInsertion.intoObject(
                    config,
                    environment.own(),
                    List.of("\"" + OBJECTS + "\": {", "\t" + bindings, "}")));
  }

  /** The lines of a property, without the indentation that its first one has. */
  private static List<String> lines(WranglerConfig config, Node.Entry entry) {
    var text = config.document().text();
    var lines = config.document().lines();
    int first = lines.position(entry.key().span().start()).line();
    var line = lines.line(first).of(text);
    var indent = line.substring(0, line.length() - line.stripLeading().length());
    return "\"%s\": %s"
        .formatted(OBJECTS, raw(config, entry.value()))
        .lines()
        .map(each -> each.startsWith(indent) ? each.substring(indent.length()) : each)
        .toList();
  }

  private static String tables(WranglerConfig config, String environment) {
    var tables = new ArrayList<String>();
    for (var binding : config.top().durableObjects()) {
      var lines = new ArrayList<String>();
      lines.add("[[env.%s.%s.bindings]]".formatted(LifecycleEdit.tomlKey(environment), OBJECTS));
      for (var entry : binding.table().entries()) {
        lines.add(LifecycleEdit.tomlKey(entry.key().name()) + " = " + raw(config, entry.value()));
      }
      tables.add(String.join("\n", lines));
    }
    return String.join("\n\n", tables);
  }

  private static String raw(WranglerConfig config, Node value) {
    return value.span().of(config.document().text());
  }
}
