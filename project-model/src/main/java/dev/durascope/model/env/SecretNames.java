package dev.durascope.model.env;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The names that a developer gives values beside the configuration, with the precedence of {@link
 * LocalVars} and without any value: what types are made from.
 */
public final class SecretNames {

  private SecretNames() {}

  /**
   * The names in the order of the files.
   *
   * @param read the text of the file of this name, where there is one
   */
  public static List<String> of(
      Function<String, Optional<String>> read, Optional<String> environment) {
    var first = new ArrayList<String>();
    environment.ifPresent(name -> first.add(".dev.vars." + name));
    first.add(".dev.vars");
    for (var file : first) {
      var text = read.apply(file);
      if (text.isPresent()) {
        return List.copyOf(DotEnv.parse(text.get()).keySet());
      }
    }
    var files = new ArrayList<>(List.of(".env", ".env.local"));
    environment.ifPresent(name -> files.addAll(List.of(".env." + name, ".env." + name + ".local")));
    var names = new LinkedHashSet<String>();
    files.forEach(
        file -> read.apply(file).ifPresent(text -> names.addAll(DotEnv.parse(text).keySet())));
    return List.copyOf(names);
  }
}
