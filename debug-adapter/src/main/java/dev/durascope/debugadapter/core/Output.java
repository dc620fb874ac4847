package dev.durascope.debugadapter.core;

import java.net.URI;
import java.util.Optional;

/**
 * A piece of text for the user's console.
 *
 * @param category where it belongs
 * @param text the text, with its line break
 * @param place the statement that printed it, as the engine knows it
 */
public record Output(Category category, String text, Optional<Place> place) {

  /** Output that no statement of the program has caused. */
  public static Output of(Category category, String text) {
    return new Output(category, text, Optional.empty());
  }

  /** Where a piece of text belongs. */
  public enum Category {
    /** What the program logs: {@code console.log}, {@code info}, {@code debug}. */
    LOG,
    /** What the program warns of or reports as an error. */
    ERROR,
    /** What the runtime itself says about the run. */
    RUNTIME
  }

  /** A position in a {@link Script}, counted from 1. */
  public record Place(URI script, int line, int column) {}
}
