package dev.durascope.languageserver.analysis;

import dev.durascope.model.text.Span;
import java.util.List;
import java.util.stream.Stream;

/**
 * One fault in a project.
 *
 * @param place what to underline; for a string its inside, without the quotes
 * @param related other places that one has to see to understand this one
 * @param fixes ways to mend it, the best one first
 */
public record Diagnostic(
    DiagnosticKind kind, Place place, String message, List<Related> related, List<Fix> fixes) {

  /** Another place that takes part in the fault, and what it has to do with it. */
  public record Related(Place place, String message) {}

  public Diagnostic {
    related = List.copyOf(related);
    fixes = List.copyOf(fixes);
  }

  public Diagnostic(DiagnosticKind kind, Place place, String message) {
    this(kind, place, message, List.of(), List.of());
  }

  /** This diagnostic with one more way to mend it, after those it has. */
  public Diagnostic with(Fix fix) {
    return new Diagnostic(kind, place, message, related, plus(fixes, fix));
  }

  /** This diagnostic, taken more or less seriously. */
  public Diagnostic with(Severity other) {
    return new Diagnostic(kind.withSeverity(other), place, message, related, fixes);
  }

  /** This diagnostic with one more place that takes part in it. */
  public Diagnostic relatedTo(Place other, String why) {
    return new Diagnostic(kind, place, message, plus(related, new Related(other, why)), fixes);
  }

  public String code() {
    return kind.code();
  }

  public Severity severity() {
    return kind.severity();
  }

  public Span span() {
    return place.span();
  }

  private static <T> List<T> plus(List<T> some, T another) {
    return Stream.concat(some.stream(), Stream.of(another)).toList();
  }
}
