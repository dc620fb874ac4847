package dev.durascope.languageserver.analysis;

import dev.durascope.model.text.Span;
import java.util.List;

/**
 * One fault in a configuration file.
 *
 * @param span what to underline; for a string its inside, without the quotes
 * @param fixes ways to mend it, the best one first
 */
public record Diagnostic(DiagnosticKind kind, Span span, String message, List<Fix> fixes) {

  public Diagnostic {
    fixes = List.copyOf(fixes);
  }

  public Diagnostic(DiagnosticKind kind, Span span, String message) {
    this(kind, span, message, List.of());
  }

  public Diagnostic(DiagnosticKind kind, Span span, String message, Fix fix) {
    this(kind, span, message, List.of(fix));
  }

  public String code() {
    return kind.code();
  }

  public Severity severity() {
    return kind.severity();
  }
}
