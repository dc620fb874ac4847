package dev.durascope.runtime.worker;

import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.ScriptError;
import dev.durascope.runtime.storage.DeleteAllScope;
import dev.durascope.runtime.storage.ListOptions;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.Savepoint;
import dev.durascope.runtime.storage.StorageException;
import dev.durascope.runtime.storage.StoredEntry;
import dev.durascope.runtime.storage.history.DatabaseHistory;
import dev.durascope.runtime.storage.history.HistoryException;
import dev.durascope.runtime.wire.js.StructuredClone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** {@code host.storage}: an object's keys and its alarm, for the prelude's {@code storage.js}. */
final class StorageHost {
  private final ObjectStore store;
  private final AlarmMemory alarm;
  private final Supplier<StructuredClone> clone;
  private final Supplier<Value> undefined;
  private final DeleteAllScope deleteAllScope;
  private final KeyValueLimits limits;
  private final boolean canSetAlarms;
  private final Runnable deleteFacets;
  private final StorageReports reports;
  private final Consumer<StorageException> broken;
  private @Nullable Savepoint transaction;

  /**
   * @param reports hears of each access
   * @param broken hears of a failure: the object's memory and its storage may differ from then on,
   *     so the object has to be reset
   */
  StorageHost(
      ObjectStore store,
      AlarmMemory alarm,
      Supplier<StructuredClone> clone,
      Supplier<Value> undefined,
      DeleteAllScope deleteAllScope,
      KeyValueLimits limits,
      boolean canSetAlarms,
      Runnable deleteFacets,
      StorageReports reports,
      Consumer<StorageException> broken) {
    this.store = store;
    this.alarm = alarm;
    this.clone = clone;
    this.undefined = undefined;
    this.deleteAllScope = deleteAllScope;
    this.limits = limits;
    this.canSetAlarms = canSetAlarms;
    this.deleteFacets = deleteFacets;
    this.reports = reports;
    this.broken = broken;
  }

  /**
   * Whether what is sent has to wait for what was written. While an asynchronous transaction is
   * open nothing does: it may have to hear from others before it ends.
   */
  boolean holdsOutput() {
    return store.needsConfirmation() && (transaction == null || transaction.isEnded());
  }

  HostGroup group() {
    return new HostGroup("storage")
        .function("get", guarded(this::get))
        .function("getAll", guarded(this::getAll))
        .function("put", guarded(this::put))
        .function("delete", guarded(this::delete))
        .function("deleteMany", guarded(this::deleteMany))
        .function("list", guarded(this::list))
        .function("unconfirmed", arguments -> unconfirmed(arguments.value(0)))
        .function(
            "deleteAll",
            guarded(
                arguments -> {
                  reports.deleteAll(this::deleteAll);
                  return null;
                }))
        .function(
            "getAlarm",
            guarded(
                arguments -> {
                  var seen = alarm.get();
                  reports.readAlarm(seen);
                  return seen;
                }))
        .function(
            "setAlarm",
            guarded(
                arguments -> {
                  if (!canSetAlarms) {
                    throw ScriptError.error("Facets currently cannot set alarms.");
                  }
                  var time = (long) arguments.number(0);
                  reports.writeAlarm("setAlarm", () -> alarm.set(time));
                  return null;
                }))
        .function(
            "deleteAlarm",
            guarded(
                arguments -> {
                  reports.writeAlarm("deleteAlarm", alarm::delete);
                  return null;
                }))
        .function("savepoint", guarded(arguments -> alarm.savepoint()))
        .function("begin", guarded(this::begin))
        .function("release", guarded(this::release))
        .function("rollback", guarded(this::rollback))
        .function("currentBookmark", guarded(arguments -> history().current()))
        .function("bookmarkAt", guarded(arguments -> history().at((long) arguments.number(0))))
        .function(
            "restoreAtNextSession",
            guarded(arguments -> history().restoreAtNextSession(arguments.string(0))));
  }

  private DatabaseHistory history() {
    if (limits == KeyValueLimits.KEY_VALUE) {
      throw noHistory();
    }
    return store.history().orElseThrow(StorageHost::noHistory);
  }

  private static ScriptError noHistory() {
    return ScriptError.error(
        "This Durable Object's storage back-end does not implement point-in-time recovery.");
  }

  private String key(HostGroup.Arguments arguments, int index) {
    var key = arguments.string(index);
    limits.checkKey(key);
    return key;
  }

  /** All arguments from {@code from} on, as keys. */
  private List<String> keys(HostGroup.Arguments arguments, int from) {
    limits.checkCount(arguments.count() - from);
    return IntStream.range(from, arguments.count()).mapToObj(i -> key(arguments, i)).toList();
  }

  private Object get(HostGroup.Arguments arguments) {
    var key = key(arguments, 0);
    var bytes = store.get(key);
    reports.read("get", key, bytes.orElse(null));
    return bytes.isPresent() ? clone.get().deserialize(bytes.get()) : undefined.get();
  }

  private @Nullable Object getAll(HostGroup.Arguments arguments) {
    var entries = store.getAll(keys(arguments, 1));
    reports.read("get", entries);
    give(entries, arguments.value(0));
    return null;
  }

  /** Keys and values in turn: either all are stored, or one is refused. */
  private @Nullable Object put(HostGroup.Arguments arguments) {
    limits.checkCount(arguments.count() / 2);
    var entries = new ArrayList<StoredEntry>(arguments.count() / 2);
    for (var i = 0; i < arguments.count(); i += 2) {
      var key = arguments.string(i);
      var value = clone.get().serialize(arguments.value(i + 1));
      limits.checkEntry(key, value);
      entries.add(new StoredEntry(key, value));
    }
    return reports.write(
        "put",
        () -> entries.stream().map(StoredEntry::key).toList(),
        () -> {
          entries.forEach(entry -> store.put(entry.key(), entry.value()));
          return null;
        });
  }

  private Object delete(HostGroup.Arguments arguments) {
    var key = key(arguments, 0);
    return reports.write("delete", () -> List.of(key), () -> store.delete(key));
  }

  private void deleteAll() {
    store.deleteAll(deleteAllScope);
    deleteFacets.run();
    alarm.allDeleted(deleteAllScope);
  }

  private Object deleteMany(HostGroup.Arguments arguments) {
    var keys = keys(arguments, 0);
    return reports.write(
        "delete", () -> keys, () -> (int) keys.stream().filter(store::delete).count());
  }

  /** A savepoint for many turns: what was written before need not wait for it. */
  private Object begin(HostGroup.Arguments arguments) {
    var savepoint = alarm.savepoint();
    if (transaction == null || transaction.isEnded()) {
      transaction = savepoint;
    }
    return savepoint;
  }

  /** Does what a function does, as {@code allowUnconfirmed} asks. */
  private Object unconfirmed(Value write) {
    return store.unconfirmed(write::execute);
  }

  private @Nullable Object release(HostGroup.Arguments arguments) {
    var savepoint = arguments.handle(0, Savepoint.class);
    if (savepoint.isEnded()) {
      throw ScriptError.error("Cannot commit transaction due to an earlier SQL critical error");
    }
    savepoint.release();
    return null;
  }

  /** Where SQLite has rolled back all by itself there is nothing left to undo. */
  private @Nullable Object rollback(HostGroup.Arguments arguments) {
    var savepoint = arguments.handle(0, Savepoint.class);
    if (!savepoint.isEnded()) {
      savepoint.rollback();
    }
    return null;
  }

  private @Nullable Object list(HostGroup.Arguments arguments) {
    var order = arguments.bool(4) ? ListOptions.Order.REVERSE : ListOptions.Order.FORWARD;
    var limit = arguments.integer(5);
    var options =
        new ListOptions(
            arguments.optionalString(0),
            arguments.optionalString(1),
            arguments.optionalString(2),
            arguments.optionalString(3),
            order,
            limit < 0 ? ListOptions.NO_LIMIT : limit);
    var entries = store.list(options);
    reports.read("list", entries);
    give(entries, arguments.value(6));
    return null;
  }

  private void give(List<StoredEntry> entries, Value receiver) {
    for (var entry : entries) {
      receiver.executeVoid(entry.key(), clone.get().deserialize(entry.value()));
    }
  }

  private HostGroup.Function guarded(HostGroup.Function function) {
    return arguments -> {
      try {
        return function.call(arguments);
      } catch (StorageException e) {
        broken.accept(e);
        throw ScriptError.error(String.valueOf(e.getMessage()));
      } catch (HistoryException | IllegalStateException e) {
        throw ScriptError.error(String.valueOf(e.getMessage()));
      }
    };
  }
}
