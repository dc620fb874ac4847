package dev.durascope.runtime.html;

import java.util.List;
import java.util.Locale;

/** One of the simple selectors that an element must fulfil all together. */
sealed interface Condition {
  /** Whether the element does. */
  boolean holds(StartTag tag, Position position);

  /**
   * Where an element stands among the children of its parent, each counted from 1.
   *
   * @param ofType counts those of the same name only
   */
  record Position(int child, int ofType) {}

  /** {@code p}. */
  record Type(String name) implements Condition {
    @Override
    public boolean holds(StartTag tag, Position position) {
      return tag.name().equals(name);
    }
  }

  /** {@code .name}. */
  record ClassName(String name) implements Condition {
    @Override
    public boolean holds(StartTag tag, Position position) {
      var value = tag.attribute("class");
      return value != null && List.of(value.split("[ \t\n\f\r]+", -1)).contains(name);
    }
  }

  /** {@code #id}. */
  record Id(String id) implements Condition {
    @Override
    public boolean holds(StartTag tag, Position position) {
      return id.equals(tag.attribute("id"));
    }
  }

  /** {@code [name]}. */
  record HasAttribute(String name) implements Condition {
    @Override
    public boolean holds(StartTag tag, Position position) {
      return tag.attribute(name) != null;
    }
  }

  /**
   * {@code [name~="wanted"]}, and the other operators.
   *
   * @param operator {@code =}, or the character before it
   */
  record Attribute(String name, char operator, String wanted, boolean ignoreCase)
      implements Condition {
    @Override
    public boolean holds(StartTag tag, Position position) {
      var found = tag.attribute(name);
      return found != null
          && (ignoreCase
              ? matches(found.toLowerCase(Locale.ROOT), wanted.toLowerCase(Locale.ROOT))
              : matches(found, wanted));
    }

    private boolean matches(String found, String value) {
      return switch (operator) {
        case '=' -> found.equals(value);
        case '|' -> found.equals(value) || found.startsWith(value + "-");
        case '~' -> !value.isEmpty() && List.of(found.split("[ \t\n\f\r]+", -1)).contains(value);
        case '^' -> !value.isEmpty() && found.startsWith(value);
        case '$' -> !value.isEmpty() && found.endsWith(value);
        default -> !value.isEmpty() && found.contains(value);
      };
    }
  }

  /** {@code :nth-child(an+b)}, or {@code :nth-of-type}. */
  record Nth(int step, int offset, boolean ofType) implements Condition {
    @Override
    public boolean holds(StartTag tag, Position position) {
      var distance = (ofType ? position.ofType() : position.child()) - offset;
      return step == 0 ? distance == 0 : distance % step == 0 && distance / step >= 0;
    }
  }

  /** {@code :not(a, b)}: fulfils none of them. */
  record Not(List<List<Condition>> alternatives) implements Condition {
    @Override
    public boolean holds(StartTag tag, Position position) {
      return alternatives.stream()
          .noneMatch(all -> all.stream().allMatch(one -> one.holds(tag, position)));
    }
  }
}
