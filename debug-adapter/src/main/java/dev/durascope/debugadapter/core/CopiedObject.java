package dev.durascope.debugadapter.core;

import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A copy of a value that is kept elsewhere, made when it is opened for the first time. */
final class CopiedObject {

  private final Fact.Copy copy;
  private final Optional<Fact.Place> place;
  private final String expression;
  private @Nullable Container opened;

  CopiedObject(Fact.Copy copy, Fact fact) {
    this.copy = copy;
    this.place = fact.place();
    this.expression = fact.expression();
  }

  /** The parts of the copy; assigning one of them puts the whole back. */
  Container opened() {
    var known = opened;
    if (known == null) {
      var value = EngineValues.raw(copy.make());
      known =
          value instanceof JSDynamicObject object
              ? new Container.Properties(object, expression, owner(value))
              : new Container.Values(List.of());
      opened = known;
    }
    return known;
  }

  private Owner owner(Object value) {
    return place.isEmpty() ? Owner.NONE : () -> place.get().put(EngineValues.embedded(value));
  }
}
