package dev.durascope.runtime.state;

import dev.durascope.runtime.storage.ClassFolder;
import dev.durascope.runtime.storage.ListOptions;
import dev.durascope.runtime.storage.ObjectFile;
import dev.durascope.runtime.storage.StorageException;
import dev.durascope.runtime.wire.WireException;
import dev.durascope.runtime.wire.WireValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Objects at rest. */
record FileAccess(ProjectState state) implements ObjectAccess {

  @Override
  public void objects(StateClass type, Consumer<ObjectRow> action) {
    var files = files(type);
    var names = files.namesOfAlarms();
    // Opening a file costs most, and files do not depend on each other.
    files.objectIds().parallelStream()
        .map(id -> row(files, id, names))
        .forEachOrdered(row -> row.ifPresent(action));
  }

  @Override
  public List<String> ids(StateClass type) {
    return files(type).objectIds();
  }

  /** An object that has stored nothing leaves a file under wrangler; it is none to be shown. */
  private static Optional<ObjectRow> row(ClassFolder files, String id, Map<String, String> names) {
    try (var file = files.read(id, names)) {
      return Optional.of(file.summary()).filter(FileAccess::isWorthShowing).map(FileAccess::row);
    } catch (StorageException e) {
      if (e.kind() != StorageException.Kind.CORRUPT) {
        throw e;
      }
      return Optional.of(
          new ObjectRow(
              id,
              names.get(id),
              OptionalLong.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(String.valueOf(e.getMessage()))));
    }
  }

  private static boolean isWorthShowing(ObjectFile.Summary summary) {
    return summary.keys() > 0
        || !summary.tables().isEmpty()
        || summary.alarm().isPresent()
        || summary.name() != null;
  }

  static ObjectRow row(ObjectFile.Summary summary) {
    return new ObjectRow(
        summary.id(),
        summary.name(),
        summary.alarm(),
        Optional.of(new ObjectRow.Stored(summary.keys(), summary.tables(), summary.bytes())),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public boolean exists(StateObject object) {
    return files(object.type()).has(object.id());
  }

  @Override
  public Keys keys(StateObject object, KeyQuery query) {
    var options = ListOptions.ALL.withPrefix(query.prefix()).limitedTo(query.limit() + 1);
    var from = query.start();
    try (var file = files(object.type()).read(object.id())) {
      var entries = file.list(from == null ? options : options.startingAt(from));
      return new Keys(
          entries.stream()
              .limit(query.limit())
              .map(entry -> StoredValues.entry(entry.key(), entry.value()))
              .map(entry -> new Key(entry.key(), entry.type(), entry.preview(), entry.size()))
              .toList(),
          entries.size() > query.limit() ? entries.getLast().key() : null);
    }
  }

  @Override
  public Optional<WireValue> read(StateObject object, String key) throws StateException {
    try (var file = files(object.type()).read(object.id())) {
      var bytes = file.get(key);
      return bytes.isEmpty() ? Optional.empty() : Optional.of(WireValue.read(bytes.get()));
    } catch (WireException e) {
      throw new StateException(
          "the value of \""
              + key
              + "\" cannot be read: "
              + e.getMessage()
              + ". \"state export\" carries its bytes as they are.",
          e);
    }
  }

  @Override
  public void write(StateObject object, String key, WireValue value) throws StateException {
    try (var _ = StateUse.of(state, object.type());
        var edit = files(object.type()).edit(object.id(), object.name())) {
      edit.put(key, value.toBytes());
    }
  }

  @Override
  public boolean delete(StateObject object, String key) throws StateException {
    try (var _ = StateUse.of(state, object.type());
        var edit = files(object.type()).edit(object.id(), object.name())) {
      return edit.delete(key);
    }
  }

  private ClassFolder files(StateClass type) {
    return state.folder().ofClass(type.uniqueKey());
  }
}
