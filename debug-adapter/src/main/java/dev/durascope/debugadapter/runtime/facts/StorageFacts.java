package dev.durascope.debugadapter.runtime.facts;

import dev.durascope.debugadapter.core.Fact;
import dev.durascope.debugadapter.core.StoredData;
import dev.durascope.runtime.state.StoredValues;
import dev.durascope.runtime.storage.ListOptions;
import dev.durascope.runtime.storage.StoredEntry;
import dev.durascope.runtime.worker.ObjectInterior;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The keys that an object has stored, a page at a time. A value is read as the object's code would
 * read it, when it is opened; another can be put in its place, and so can a part of it.
 */
final class StorageFacts implements Fact.Parts {
  /** Types whose preview is all of the value. */
  private static final Set<String> PLAIN =
      Set.of("undefined", "null", "boolean", "number", "bigint", "string", "unreadable");

  private final ObjectInterior interior;
  private final int size;

  /** Where a page begins, by the last key before it: the next page needs not read all others. */
  private final Map<Integer, String> before = new TreeMap<>();

  private StorageFacts(ObjectInterior interior) {
    this.interior = interior;
    this.size = interior.store().count();
  }

  static Fact of(ObjectInterior interior) {
    var entries = new StorageFacts(interior);
    return Fact.of("storage", entries.size + (entries.size == 1 ? " key" : " keys"), entries)
        .known("$storage");
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public List<Fact> page(int start, int count) {
    if (count <= 0) {
      return List.of();
    }
    var entries = entries(start, count);
    if (!entries.isEmpty()) {
      before.put(start + entries.size(), entries.getLast().key());
    }
    return entries.stream().map(this::fact).toList();
  }

  private List<StoredEntry> entries(int start, int count) {
    var store = interior.store();
    var known = before.get(start);
    if (start == 0 || known == null) {
      var end = (int) Math.min(ListOptions.NO_LIMIT, (long) start + count);
      return store.list(ListOptions.ALL.limitedTo(end)).stream().skip(start).toList();
    }
    return store.list(ListOptions.ALL.startingAfter(known).limitedTo(count));
  }

  @Override
  public Optional<Fact> find(String key) {
    return interior.store().get(key).map(value -> fact(new StoredEntry(key, value)));
  }

  @Override
  public Optional<StoredData> stored(String key) {
    return Optional.of(new StoredData.Key(key));
  }

  private Fact fact(StoredEntry entry) {
    var shown = StoredValues.entry(entry.key(), entry.value());
    Fact.Copy copy = () -> interior.value(entry.value());
    return new Fact(
        entry.key(),
        shown.preview(),
        shown.type(),
        PLAIN.contains(shown.type()) ? Optional.empty() : Optional.of(copy),
        Optional.of(value -> Refusal.of(() -> interior.put(entry.key(), value))),
        "$storage.get(" + Quoted.of(entry.key()) + ")");
  }
}
