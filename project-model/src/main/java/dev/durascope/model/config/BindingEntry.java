package dev.durascope.model.config;

import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.Optional;

/** One item of {@code durable_objects.bindings}, as it is written: complete or not. */
public record BindingEntry(Node.Table table) {

  public Optional<Located<String>> name() {
    return table.string("name");
  }

  public Optional<Located<String>> className() {
    return table.string("class_name");
  }

  public Optional<Located<String>> scriptName() {
    return table.string("script_name");
  }

  /**
   * Whether the class is this Worker's own: no {@code script_name}, or one that names this very
   * Worker.
   */
  public boolean isOwnClass(Environment environment) {
    return table.get("script_name").isEmpty() || namesItself(environment);
  }

  /**
   * Whether {@code script_name} is the name of the very Worker that has the binding. A preview is
   * another one than what is deployed under that name.
   */
  public boolean namesItself(Environment environment) {
    var script = scriptName().map(Located::value);
    return script.isPresent()
        && !environment.isPreviews()
        && script.equals(environment.workerName());
  }
}
