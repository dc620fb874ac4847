package dev.durascope.runtime.state;

import java.util.List;

/** What was asked of the stored state cannot be done; the message says why, and how it can. */
public final class StateException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String word;
  private final transient List<String> candidates;

  /** A message for the user. */
  public StateException(String message) {
    super(message);
    this.word = "";
    this.candidates = List.of();
  }

  StateException(String message, Throwable cause) {
    super(message, cause);
    this.word = "";
    this.candidates = List.of();
  }

  private StateException(String message, String word, List<String> candidates) {
    super(message);
    this.word = word;
    this.candidates = List.copyOf(candidates);
  }

  /** A word names nothing; one of the candidates may have been meant. */
  static StateException unknown(String message, String word, List<String> candidates) {
    return new StateException(message, word, candidates);
  }

  /** The word that names nothing; empty if that is not the fault. */
  public String word() {
    return word;
  }

  /** What the word may have meant. */
  public List<String> candidates() {
    return candidates;
  }
}
