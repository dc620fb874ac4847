package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Place;
import java.util.List;

/** Something to read, or to do, above a line that is about a class. */
public sealed interface Lens {

  Place place();

  /**
   * What the project's texts say of it.
   *
   * @param targets the places that the words are about; none where there is nothing to go to
   */
  record Summary(Place place, String title, List<Place> targets) implements Lens {

    public Summary {
      targets = List.copyOf(targets);
    }
  }

  /** What the running project says of the class, if there is one. */
  record Running(Place place, String className) implements Lens {}

  /** Debugs the project. */
  record Debug(Place place) implements Lens {}
}
