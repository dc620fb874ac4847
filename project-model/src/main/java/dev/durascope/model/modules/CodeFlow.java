package dev.durascope.model.modules;

import dev.durascope.model.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Where a module's code runs on without a break and where it waits: enough to tell whether
 * something may happen between two of its lines.
 *
 * @param functions the functions and methods, with their heads, outer ones before inner ones
 * @param awaits the expressions that wait for a promise, in the same order
 * @param loops the {@code for … of} loops
 * @param attempts the blocks whose exceptions are caught
 */
public record CodeFlow(
    List<Span> functions, List<Span> awaits, List<Loop> loops, List<Span> attempts) {

  public static final CodeFlow EMPTY = new CodeFlow(List.of(), List.of(), List.of(), List.of());

  public CodeFlow {
    functions = List.copyOf(functions);
    awaits = List.copyOf(awaits);
    loops = List.copyOf(loops);
    attempts = List.copyOf(attempts);
  }

  /**
   * {@code for (… of over) body}.
   *
   * @param text what it goes over, as it is written
   */
  public record Loop(Span over, String text, Span body) {}

  /** The innermost function that {@code span} stands in; empty for what runs with the module. */
  public Optional<Span> functionAround(Span span) {
    int at = beginningBy(functions, span.start()) - 1;
    while (at >= 0 && (!functions.get(at).encloses(span) || functions.get(at).equals(span))) {
      at--;
    }
    return at < 0 ? Optional.empty() : Optional.of(functions.get(at));
  }

  /** How many of {@code spans}, which are in the order of their starts, begin there or before. */
  private static int beginningBy(List<Span> spans, int offset) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether the two run in one go of one function, nested functions left out. */
  public boolean isOneFunction(Span one, Span other) {
    return functionAround(one).equals(functionAround(other));
  }

  /**
   * The first {@code await} inside {@code where} that makes the function around {@code where} wait,
   * and not one nested in it.
   */
  public Optional<Span> awaitIn(Span where) {
    return awaits
        .subList(beginningBy(awaits, where.start() - 1), beginningBy(awaits, where.end()))
        .stream()
        .filter(each -> where.encloses(each) && isOneFunction(each, where))
        .findFirst();
  }

  /** Whether an exception of {@code span} is caught by the code around it. */
  public boolean isAttempt(Span span) {
    return attempts.stream().anyMatch(each -> each.encloses(span));
  }
}
