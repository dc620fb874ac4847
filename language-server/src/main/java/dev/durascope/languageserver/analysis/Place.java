package dev.durascope.languageserver.analysis;

import dev.durascope.model.text.Span;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A stretch of a file.
 *
 * @param file absolute
 */
public record Place(Path file, Span span) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file).thenComparing(Place::span);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
