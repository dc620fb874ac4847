package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.SkippedFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a configuration, read one by one. One of the wrong type is an error that names
 * it.
 */
record Attributes(Map<String, Object> values) {

  private static final int MAX_PORT = 65_535;

  Optional<Path> path(String name) {
    return text(name).map(text -> path(name, text));
  }

  private static Path path(String name, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw wrong(name, "a path", e.getInput());
    }
  }

  /** One path, or a list of them. */
  List<Path> paths(String name) {
    return values.get(name) instanceof List<?>
        ? texts(name).stream().map(text -> path(name, text)).toList()
        : path(name).stream().toList();
  }

  Optional<String> text(String name) {
    return switch (values.get(name)) {
      case null -> Optional.empty();
      case String text -> Optional.of(text);
      case Object other -> throw wrong(name, "a string", other);
    };
  }

  List<String> texts(String name) {
    var texts = new ArrayList<String>();
    switch (values.get(name)) {
      case null -> {}
      case List<?> list -> {
        for (var item : list) {
          if (!(item instanceof String text)) {
            throw wrong(name, "a list of strings", list);
          }
          texts.add(text);
        }
      }
      case Object other -> throw wrong(name, "a list of strings", other);
    }
    return texts;
  }

  boolean flag(String name) {
    return switch (values.get(name)) {
      case null -> false;
      case Boolean flag -> flag;
      case Object other -> throw wrong(name, "true or false", other);
    };
  }

  OptionalInt port(String name) {
    return switch (values.get(name)) {
      case null -> OptionalInt.empty();
      case Number number
          when number.doubleValue() == number.intValue()
              && number.intValue() >= 0
              && number.intValue() <= MAX_PORT ->
          OptionalInt.of(number.intValue());
      case Object other -> throw wrong(name, "a number from 0 to " + MAX_PORT, other);
    };
  }

  /** The globs of files that steps pass. */
  SkippedFiles skipFiles(Path project) {
    try {
      return SkippedFiles.of(project, texts("skipFiles"));
    } catch (PatternSyntaxException e) {
      throw wrong("skipFiles", "a list of globs", e.getPattern());
    }
  }

  Map<String, String> pairs(String name) {
    var pairs = new LinkedHashMap<String, String>();
    switch (values.get(name)) {
      case null -> {}
      case Map<?, ?> map ->
          map.forEach((key, value) -> pairs.put(String.valueOf(key), value(name, key, value)));
      case Object other -> throw wrong(name, "an object of strings", other);
    }
    return pairs;
  }

  private static String value(String name, Object key, @Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case null, default -> throw wrong(name + "." + key, "a string", value);
    };
  }

  static RuntimeException wrong(String name, String expected, @Nullable Object found) {
    return Problem.BAD_LAUNCH_ARGUMENT.with(
        "\"%s\" of the launch configuration must be %s, not %s.".formatted(name, expected, found));
  }
}
