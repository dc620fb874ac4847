package dev.durascope.debugadapter.core;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object's facts, read when the first of them is asked for. On the isolate's thread. */
final class ObjectFactParts implements Fact.Parts {

  private final ObjectView object;
  private @Nullable FactList facts;

  ObjectFactParts(ObjectView object) {
    this.object = object;
  }

  private FactList facts() {
    var known = facts;
    if (known == null) {
      known = new FactList(object.facts());
      facts = known;
    }
    return known;
  }

  @Override
  public int size() {
    return facts().size();
  }

  @Override
  public List<Fact> page(int start, int count) {
    return facts().page(start, count);
  }

  @Override
  public Optional<StoredData> stored(String name) {
    return object.stored(name);
  }
}
