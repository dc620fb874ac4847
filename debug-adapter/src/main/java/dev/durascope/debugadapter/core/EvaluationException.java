package dev.durascope.debugadapter.core;

/** An expression of the user threw, does not parse, or ran for too long. */
public final class EvaluationException extends DebuggerException {

  private static final long serialVersionUID = 1L;

  public EvaluationException(String message) {
    super(message);
  }
}
