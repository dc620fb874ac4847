package dev.durascope.runtime.storage.model;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A program as Java, ready to be pasted into a test. */
final class Listing {
  private Listing() {}

  static String of(Step step) {
    return expression(step);
  }

  private static String expression(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> quoted(text);
      case Long number -> number + "L";
      case Enum<?> constant -> typeName(constant.getDeclaringClass()) + "." + constant.name();
      case List<?> list ->
          list.stream().map(Listing::expression).collect(Collectors.joining(", ", "List.of(", ")"));
      case Record instance ->
          Stream.of(instance.getClass().getRecordComponents())
              .map(component -> expression(read(component, instance)))
              .collect(Collectors.joining(", ", "new " + typeName(instance.getClass()) + "(", ")"));
      default -> value.toString();
    };
  }

  private static String typeName(Class<?> type) {
    var outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : typeName(outer) + "." + type.getSimpleName();
  }

  private static @Nullable Object read(RecordComponent component, Record instance) {
    try {
      return component.getAccessor().invoke(instance);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** A string literal, with all that is not plain as an escape. */
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (character >= ' ' && character < 127 && character != '"' && character != '\\') {
        quoted.append(character);
      } else {
        quoted.append("\\u%04x".formatted((int) character));
      }
    }
    return quoted.append('"').toString();
  }
}
