package dev.durascope.debugadapter.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression that names a value and does nothing: {@code room.members[0]?.name}, {@code
 * this.#secret}, {@code map["key"]}. What an editor takes for a hover has this form, and what
 * stands before the point where a name is to be completed.
 *
 * @param root a variable, or {@code this}
 * @param steps the properties from there
 */
record ValuePath(String root, List<Step> steps) {

  private static final Pattern NAME = Pattern.compile("\\s*([\\p{L}_$][\\p{L}\\p{N}_$]*)");
  private static final Pattern STEP =
      Pattern.compile(
          "\\s*(?:(?<dot>\\??\\.)\\s*(?<name>#?[\\p{L}_$][\\p{L}\\p{N}_$]*)"
              + "|(?<bracket>\\?\\.)?\\[\\s*(?:(?<index>\\d+)|\"(?<double>(?:[^\"\\\\]|\\\\.)*)\""
              + "|'(?<single>(?:[^'\\\\]|\\\\.)*)')\\s*\\])");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  /**
   * A property.
   *
   * @param optional whether it is asked of what may be null or undefined
   */
  record Step(String name, boolean optional) {
    boolean isPrivate() {
      return name.startsWith("#");
    }
  }

  ValuePath {
    steps = List.copyOf(steps);
  }

  /** Reads an expression; empty when it is of another form. */
  static Optional<ValuePath> parse(String expression) {
    var text = expression.strip();
    var root = NAME.matcher(text);
    if (!root.lookingAt()) {
      return Optional.empty();
    }
    var steps = new ArrayList<Step>();
    int at = root.end();
    while (at < text.length()) {
      var step = STEP.matcher(text).region(at, text.length());
      if (!step.lookingAt()) {
        return Optional.empty();
      }
      steps.add(step(step));
      at = step.end();
    }
    return Optional.of(new ValuePath(root.group(1), steps));
  }

  private static Step step(Matcher step) {
    if (step.group("name") != null) {
      return new Step(step.group("name"), step.group("dot").length() > 1);
    }
    boolean optional = step.group("bracket") != null;
    if (step.group("index") != null) {
      return new Step(step.group("index"), optional);
    }
    var quoted = step.group("double") != null ? step.group("double") : step.group("single");
    return new Step(ESCAPE.matcher(quoted).replaceAll("$1"), optional);
  }

  /** Whether a private field is named, which code outside of the class cannot do. */
  boolean hasPrivateName() {
    return steps.stream().anyMatch(Step::isPrivate);
  }

  /** The path to the object whose property this is. */
  ValuePath parent() {
    return new ValuePath(root, steps.subList(0, steps.size() - 1));
  }
}
