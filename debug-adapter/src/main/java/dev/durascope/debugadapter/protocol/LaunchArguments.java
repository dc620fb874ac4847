package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.LaunchOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a launch configuration, checked. An attribute of the wrong type is an error
 * that names it; attributes of others, such as the editor's own, are passed over.
 *
 * @param options how to run the project
 * @param stopOnEntry whether to stop at the first statement
 * @param noDebug whether to run without breakpoints
 */
record LaunchArguments(LaunchOptions options, boolean stopOnEntry, boolean noDebug) {

  private static final int MAX_PORT = 65_535;

  static LaunchArguments of(Map<String, Object> attributes) {
    var project =
        path(attributes, "project")
            .orElseThrow(
                () ->
                    Problem.BAD_LAUNCH_ARGUMENT.with(
                        "The launch configuration has no \"project\": name the directory of the"
                            + " project there."));
    var base = project.toAbsolutePath().normalize();
    var options =
        new LaunchOptions(
            base,
            path(attributes, "config").map(base::resolve),
            text(attributes, "env"),
            port(attributes),
            path(attributes, "persistTo").map(base::resolve),
            flag(attributes, "hibernateAlways"),
            vars(attributes));
    return new LaunchArguments(
        options, flag(attributes, "stopOnEntry"), flag(attributes, "noDebug"));
  }

  private static Optional<Path> path(Map<String, Object> attributes, String name) {
    try {
      return text(attributes, name).map(Path::of);
    } catch (InvalidPathException e) {
      throw wrong(name, "a path", e.getInput());
    }
  }

  private static Optional<String> text(Map<String, Object> attributes, String name) {
    return switch (attributes.get(name)) {
      case null -> Optional.empty();
      case String text -> Optional.of(text);
      case Object other -> throw wrong(name, "a string", other);
    };
  }

  private static boolean flag(Map<String, Object> attributes, String name) {
    return switch (attributes.get(name)) {
      case null -> false;
      case Boolean flag -> flag;
      case Object other -> throw wrong(name, "true or false", other);
    };
  }

  private static OptionalInt port(Map<String, Object> attributes) {
    return switch (attributes.get("port")) {
      case null -> OptionalInt.empty();
      case Number number
          when number.doubleValue() == number.intValue()
              && number.intValue() >= 0
              && number.intValue() <= MAX_PORT ->
          OptionalInt.of(number.intValue());
      case Object other -> throw wrong("port", "a number from 0 to " + MAX_PORT, other);
    };
  }

  private static Map<String, String> vars(Map<String, Object> attributes) {
    var vars = new LinkedHashMap<String, String>();
    switch (attributes.get("vars")) {
      case null -> {}
      case Map<?, ?> map ->
          map.forEach((name, value) -> vars.put(String.valueOf(name), var(name, value)));
      case Object other -> throw wrong("vars", "an object of strings", other);
    }
    return vars;
  }

  private static String var(Object name, @Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case null, default -> throw wrong("vars." + name, "a string", value);
    };
  }

  private static RuntimeException wrong(String name, String expected, @Nullable Object found) {
    return Problem.BAD_LAUNCH_ARGUMENT.with(
        "\"%s\" of the launch configuration must be %s, not %s.".formatted(name, expected, found));
  }
}
