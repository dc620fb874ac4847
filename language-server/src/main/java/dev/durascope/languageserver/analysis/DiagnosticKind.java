package dev.durascope.languageserver.analysis;

/**
 * One entry of the catalogue: what all diagnostics of a code have in common. The documentation page
 * is generated from it.
 *
 * @param code the stable id, as {@code BND01}
 * @param title the fault in a few words
 * @param explanation what goes wrong and what to do, for a reader who does not know the rule
 * @param example a piece of configuration that has the fault
 * @param nature how editors may draw what is at fault, beside the underlining
 */
public record DiagnosticKind(
    String code,
    Severity severity,
    String title,
    String explanation,
    String example,
    Nature nature) {

  /** What is at fault, in one respect. */
  public enum Nature {
    /** It does what it should not, or does not what it should. */
    WRONG,
    /** It could as well not be there. */
    UNUSED,
    /** It was right once. */
    OUTDATED
  }

  public DiagnosticKind {
    if (!code.matches("[A-Z]{2,3}\\d{2}")) {
      throw new IllegalArgumentException("not a diagnostic code: " + code);
    }
    explanation = explanation.strip();
    example = example.strip();
  }

  /** Something is wrong. */
  public DiagnosticKind(
      String code, Severity severity, String title, String explanation, String example) {
    this(code, severity, title, explanation, example, Nature.WRONG);
  }

  /** The same fault, of what could as well not be there. */
  public DiagnosticKind ofUnused() {
    return new DiagnosticKind(code, severity, title, explanation, example, Nature.UNUSED);
  }

  /** The same fault, of what was right once. */
  public DiagnosticKind ofOutdated() {
    return new DiagnosticKind(code, severity, title, explanation, example, Nature.OUTDATED);
  }

  /** The same fault, judged otherwise where more is known about it. */
  public DiagnosticKind withSeverity(Severity other) {
    return new DiagnosticKind(code, other, title, explanation, example, nature);
  }
}
