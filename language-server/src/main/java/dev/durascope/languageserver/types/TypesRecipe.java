package dev.durascope.languageserver.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a declaration is made, as the words of {@code wrangler types}: wrangler writes them into the
 * file's head, so that it can be made again.
 *
 * @param path the file, as the command names it: relative to the configuration's folder
 * @param configs the configurations that are named, the Worker's own before those of others that it
 *     binds; none for the one that is found
 * @param environment the only environment; empty for all of them
 * @param strictVars whether a variable's type is its value
 * @param includeRuntime whether the types of the platform are in the same file
 * @param envInterface the name of the type of {@code env}
 */
public record TypesRecipe(
    String path,
    List<String> configs,
    Optional<String> environment,
    boolean strictVars,
    boolean includeRuntime,
    String envInterface) {

  public static final String DEFAULT_PATH = "worker-configuration.d.ts";

  public static final String DEFAULT_INTERFACE = "Env";

  public static final TypesRecipe DEFAULT =
      new TypesRecipe(DEFAULT_PATH, List.of(), Optional.empty(), true, true, DEFAULT_INTERFACE);

  private static final String NAME = "wrangler types";

  public TypesRecipe {
    configs = List.copyOf(configs);
  }

  /**
   * Reads a command that begins with {@code wrangler types}; empty where it says what is not
   * understood here.
   */
  public static Optional<TypesRecipe> parse(String command) {
    if (!command.startsWith(NAME)) {
      return Optional.empty();
    }
    var result = DEFAULT;
    var configs = new ArrayList<String>();
    var words = new ArrayList<>(List.of(command.substring(NAME.length()).strip().split("\\s+")));
    words.removeIf(String::isEmpty);
    while (!words.isEmpty()) {
      var word = words.removeFirst();
      if (!word.startsWith("-")) {
        result = result.with(word);
        continue;
      }
      int equals = word.indexOf('=');
      var option = equals < 0 ? word : word.substring(0, equals);
      boolean isSwitch = option.startsWith("--include") || option.equals("--strict-vars");
      String value;
      if (equals >= 0) {
        value = word.substring(equals + 1);
      } else if (isSwitch) {
        value = "true";
      } else if (!words.isEmpty()) {
        value = words.removeFirst();
      } else {
        return Optional.empty();
      }
      switch (option) {
        case "--config", "-c" -> {
          configs.add(value);
        }
        case "--env", "-e" -> result = result.withEnvironment(value);
        case "--strict-vars" -> result = result.withStrictVars(!value.equals("false"));
        case "--include-runtime" -> result = result.withRuntime(!value.equals("false"));
        case "--env-interface" -> result = result.withInterface(value);
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(result.withConfigs(configs));
  }

  /** The configuration that is named; empty for the one that is found. */
  Optional<String> config() {
    return configs.stream().findFirst();
  }

  /** The configurations of other Workers. */
  public List<String> furtherConfigs() {
    return configs.stream().skip(1).toList();
  }

  public TypesRecipe with(String otherPath) {
    return new TypesRecipe(
        otherPath, configs, environment, strictVars, includeRuntime, envInterface);
  }

  public TypesRecipe withConfigs(List<String> files) {
    return new TypesRecipe(path, files, environment, strictVars, includeRuntime, envInterface);
  }

  public TypesRecipe withEnvironment(String name) {
    return new TypesRecipe(
        path,
        configs,
        name.isEmpty() ? Optional.empty() : Optional.of(name),
        strictVars,
        includeRuntime,
        envInterface);
  }

  public TypesRecipe withStrictVars(boolean strict) {
    return new TypesRecipe(path, configs, environment, strict, includeRuntime, envInterface);
  }

  public TypesRecipe withRuntime(boolean included) {
    return new TypesRecipe(path, configs, environment, strictVars, included, envInterface);
  }

  public TypesRecipe withInterface(String name) {
    return new TypesRecipe(path, configs, environment, strictVars, includeRuntime, name);
  }

  /** The command in wrangler's own words and order. */
  @Override
  public String toString() {
    var words = new ArrayList<String>();
    words.add(NAME);
    configs.forEach(file -> words.add("--config=" + file));
    environment.ifPresent(name -> words.add("--env=" + name));
    if (!includeRuntime) {
      words.add("--include-runtime=false");
    }
    if (!strictVars) {
      words.add("--strict-vars=false");
    }
    if (!envInterface.equals(DEFAULT_INTERFACE)) {
      words.add("--env-interface=" + envInterface);
    }
    if (!path.equals(DEFAULT_PATH)) {
      words.add(path);
    }
    return String.join(" ", words);
  }
}
