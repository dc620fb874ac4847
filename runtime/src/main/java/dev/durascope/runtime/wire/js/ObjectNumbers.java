package dev.durascope.runtime.wire.js;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/**
 * The objects met so far, in the order in which they began.
 *
 * <p>A {@link Value} of an object hashes and compares by identity, but for boxed primitives: {@code
 * new Number(1)} is a number to the polyglot interface, which does not give it an identity. These
 * rare ones JavaScript compares.
 */
final class ObjectNumbers {

  /** A boxed primitive and its number. */
  private record BoxedNumber(Value value, int number) {}

  private final CloneScript script;
  private final Map<Value, Integer> numbers = new HashMap<>();
  private final List<BoxedNumber> boxed = new ArrayList<>();

  ObjectNumbers(CloneScript script) {
    this.script = script;
  }

  /** Returns the number of an object that was added, or -1. */
  int of(Value object) {
    if (!isBoxed(object)) {
      return numbers.getOrDefault(object, -1);
    }
    for (BoxedNumber candidate : boxed) {
      if (script.isSame.execute(candidate.value(), object).asBoolean()) {
        return candidate.number();
      }
    }
    return -1;
  }

  /** Gives an object the next number. */
  void add(Value object) {
    int number = numbers.size() + boxed.size();
    if (isBoxed(object)) {
      boxed.add(new BoxedNumber(object, number));
    } else {
      numbers.put(object, number);
    }
  }

  private static boolean isBoxed(Value object) {
    return object.isNumber() || object.isString() || object.isBoolean();
  }
}
