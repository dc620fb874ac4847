package dev.durascope.runtime.worker;

import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.ScriptError;
import dev.durascope.runtime.storage.DeleteAllScope;
import dev.durascope.runtime.storage.ListOptions;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.Savepoint;
import dev.durascope.runtime.storage.StorageException;
import dev.durascope.runtime.wire.js.StructuredClone;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** {@code host.storage}: an object's keys and its alarm, for the prelude's {@code storage.js}. */
final class StorageHost {
  private final ObjectStore store;
  private final AlarmMemory alarm;
  private final Supplier<StructuredClone> clone;
  private final Supplier<Value> undefined;
  private final DeleteAllScope deleteAllScope;
  private final Consumer<StorageException> broken;

  /**
   * @param broken hears of a failure: the object's memory and its storage may differ from then on,
   *     so the object has to be reset
   */
  StorageHost(
      ObjectStore store,
      AlarmMemory alarm,
      Supplier<StructuredClone> clone,
      Supplier<Value> undefined,
      DeleteAllScope deleteAllScope,
      Consumer<StorageException> broken) {
    this.store = store;
    this.alarm = alarm;
    this.clone = clone;
    this.undefined = undefined;
    this.deleteAllScope = deleteAllScope;
    this.broken = broken;
  }

  HostGroup group() {
    return new HostGroup("storage")
        .function("get", guarded(this::get))
        .function("put", guarded(this::put))
        .function("delete", guarded(arguments -> store.delete(arguments.string(0))))
        .function("list", guarded(this::list))
        .function(
            "deleteAll",
            guarded(
                arguments -> {
                  store.deleteAll(deleteAllScope);
                  alarm.allDeleted(deleteAllScope);
                  return null;
                }))
        .function("getAlarm", guarded(arguments -> alarm.get()))
        .function(
            "setAlarm",
            guarded(
                arguments -> {
                  alarm.set((long) arguments.number(0));
                  return null;
                }))
        .function(
            "deleteAlarm",
            guarded(
                arguments -> {
                  alarm.delete();
                  return null;
                }))
        .function("savepoint", guarded(arguments -> alarm.savepoint()))
        .function(
            "release",
            guarded(
                arguments -> {
                  arguments.handle(0, Savepoint.class).release();
                  return null;
                }))
        .function(
            "rollback",
            guarded(
                arguments -> {
                  arguments.handle(0, Savepoint.class).rollback();
                  return null;
                }));
  }

  private Object get(HostGroup.Arguments arguments) {
    var bytes = store.get(arguments.string(0));
    return bytes.isPresent() ? clone.get().deserialize(bytes.get()) : undefined.get();
  }

  private @Nullable Object put(HostGroup.Arguments arguments) {
    store.put(arguments.string(0), clone.get().serialize(arguments.value(1)));
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
    Value entry = arguments.value(6);
    for (var stored : store.list(options)) {
      entry.executeVoid(stored.key(), clone.get().deserialize(stored.value()));
    }
    return null;
  }

  private HostGroup.Function guarded(HostGroup.Function function) {
    return arguments -> {
      try {
        return function.call(arguments);
      } catch (StorageException e) {
        broken.accept(e);
        throw ScriptError.error(String.valueOf(e.getMessage()));
      } catch (IllegalStateException e) {
        throw ScriptError.error(String.valueOf(e.getMessage()));
      }
    };
  }
}
