package dev.durascope.languageserver.analysis;

/**
 * One entry of the catalogue: what all diagnostics of a code have in common. The documentation page
 * is generated from it.
 *
 * @param code the stable id, as {@code BND01}
 * @param title the fault in a few words
 * @param explanation what goes wrong and what to do, for a reader who does not know the rule
 * @param example a piece of configuration that has the fault
 */
public record DiagnosticKind(
    String code, Severity severity, String title, String explanation, String example) {

  public DiagnosticKind {
    if (!code.matches("[A-Z]{2,3}\\d{2}")) {
      throw new IllegalArgumentException("not a diagnostic code: " + code);
    }
    explanation = explanation.strip();
    example = example.strip();
  }

  /** The same fault, judged otherwise where more is known about it. */
  public DiagnosticKind withSeverity(Severity other) {
    return new DiagnosticKind(code, other, title, explanation, example);
  }
}
