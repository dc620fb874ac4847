package dev.durascope.runtime.html;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The elements that are open, by their tags alone: an end tag closes the innermost element of its
 * name and all within it, and nothing else closes one.
 *
 * <p>Selectors are matched from the outside in. Each open element keeps which steps of which
 * selectors end at it, so a new element is matched by its own step and its parents' bits.
 */
final class OpenElements {
  private static final Set<String> VOID =
      Set.of(
          "area",
          "base",
          "basefont",
          "bgsound",
          "br",
          "col",
          "embed",
          "frame",
          "hr",
          "img",
          "input",
          "keygen",
          "link",
          "meta",
          "param",
          "source",
          "track",
          "wbr");

  private final List<Path> paths = new ArrayList<>();
  private final List<OpenElement> stack = new ArrayList<>();
  private int steps;

  /** One alternative of a handler's selector; its steps have the numbers from {@code first}. */
  private record Path(int handler, int first, List<Selector.Step> steps) {}

  OpenElements() {
    stack.add(new OpenElement(""));
  }

  void watch(int handler, Selector selector) {
    for (var alternative : selector.alternatives()) {
      paths.add(new Path(handler, steps, alternative));
      steps += alternative.size();
    }
  }

  /** The element that a start tag begins, its listeners found; not open yet. */
  OpenElement match(StartTag tag) {
    var parent = stack.getLast();
    var position = parent.add(tag.name());
    var element = new OpenElement(tag.name());
    for (var path : paths) {
      for (var i = 0; i < path.steps.size(); i++) {
        var step = path.steps.get(i);
        if (i > 0 && !before(step, parent).get(path.first + i - 1)) {
          continue;
        }
        if (step.holds(tag, position)) {
          element.here.set(path.first + i);
        }
      }
      var matches = element.here.get(path.first + path.steps.size() - 1);
      if (matches && !element.listeners.contains(path.handler)) {
        element.listeners.add(path.handler);
      }
    }
    return element;
  }

  private static BitSet before(Selector.Step step, OpenElement parent) {
    return step.isChild() ? parent.here : parent.above;
  }

  /** Whether an element of HTML has an end tag. */
  static boolean hasEnd(String name) {
    return !VOID.contains(name);
  }

  void open(OpenElement element) {
    element.above.or(stack.getLast().above);
    element.above.or(element.here);
    stack.add(element);
  }

  /** The elements that an end tag closes, from the inside out. */
  List<OpenElement> close(String name) {
    for (var i = stack.size() - 1; i > 0; i--) {
      if (stack.get(i).name.equals(name)) {
        var closed = stack.subList(i, stack.size());
        var result = List.copyOf(closed.reversed());
        closed.clear();
        return result;
      }
    }
    return List.of();
  }
}
