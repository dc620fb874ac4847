package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Place;

/**
 * A place that speaks of one certain thing: a class, a binding, a tag.
 *
 * @param text the name that stands there
 */
public record Mention(Place place, String text, Form form) implements Comparable<Mention> {

  /** How it speaks of it. */
  public enum Form {
    /** It gives the name. */
    DECLARATION,
    USE,
    /** {@code { Name }} in an object: the property keeps its name when the value gets another. */
    SHORTHAND,
    /** {@code { NAME } = env}: the variable keeps its name when the property gets another. */
    SHORTHAND_PATTERN,
    /** A part of the lifecycle: a step of the past stays what it was. */
    HISTORY
  }

  @Override
  public int compareTo(Mention other) {
    return place.compareTo(other.place);
  }
}
