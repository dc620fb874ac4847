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
