package dev.durascope.runtime.state;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which id an object has when it is carried from one class to another: ids are made for one class,
 * so where its own is not valid it is the one that its name has there. Without a name there is
 * none.
 */
final class Carried {
  private Carried() {}

  /** The id there; nothing if it cannot be known. */
  static Optional<String> id(ProjectState target, StateClass to, String id, @Nullable String name)
      throws StateException {
    if (target.accepts(to, id)) {
      return Optional.of(id);
    }
    return name == null ? Optional.empty() : Optional.of(target.idOfName(to, name));
  }

  static StateException unnamed(StateClass to, String id) {
    return new StateException(
        "the object "
            + id
            + " has no name that is known, and its id is valid in its own class only: it cannot"
            + " become one of "
            + to.uniqueKey()
            + ". Give --skip-unnamed to leave such objects out. Nothing was changed.");
  }

  static StateException twice(StateObject object) {
    return new StateException(
        "two objects would become the "
            + object
            + ", as classes that become one class have objects of one name. Take one class at a"
            + " time. Nothing was changed.");
  }
}
