package dev.durascope.debugadapter.runtime;

import dev.durascope.debugadapter.core.DataAccess;
import dev.durascope.debugadapter.core.DataWatch;
import dev.durascope.debugadapter.core.IsolateView;
import dev.durascope.debugadapter.core.StoredData;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.state.StoredValues;
import dev.durascope.runtime.wire.WireException;
import dev.durascope.runtime.wire.WireLiteral;
import dev.durascope.runtime.wire.WireValue;
import dev.durascope.runtime.worker.StorageAccess;
import dev.durascope.runtime.worker.StorageHook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Passes what the runtime says of storage on to the debugger.
 *
 * @param isolates those that the debugger knows
 * @param watch who wants to know
 */
record DataReports(Map<Isolate, IsolateView> isolates, DataWatch watch) implements StorageHook {

  @Override
  public boolean watches(DurableObject object) {
    return watch.watches(EventReports.identity(object));
  }

  @Override
  public boolean watchesKey(DurableObject object, String key) {
    return watch.watches(EventReports.identity(object), new StoredData.Key(key));
  }

  @Override
  public boolean watchesAlarm(DurableObject object) {
    return watch.watches(EventReports.identity(object), new StoredData.Alarm());
  }

  @Override
  public boolean watchesTable(DurableObject object, String table) {
    return watch.watches(EventReports.identity(object), new StoredData.Table(table));
  }

  @Override
  public void accessed(Isolate isolate, DurableObject object, List<StorageAccess> accesses) {
    var view = isolates.get(isolate);
    if (view != null) {
      watch.accessed(
          view.id(),
          EventReports.identity(object),
          accesses.stream().map(DataReports::access).toList(),
          isolate.context());
    }
  }

  private static DataAccess access(StorageAccess access) {
    return switch (access) {
      case StorageAccess.OfKey of -> ofKey(of);
      case StorageAccess.OfAlarm of -> ofAlarm(of);
      case StorageAccess.OfTable of -> StoredRows.access(of);
    };
  }

  private static DataAccess ofKey(StorageAccess.OfKey access) {
    var before = preview(access.before());
    var after = preview(access.after());
    var variables = new LinkedHashMap<String, String>();
    variables.put("key", StoredRows.literal(access.key()));
    variables.put("oldValue", expression(access.before()));
    variables.put("newValue", expression(access.after()));
    variables.put("changed", String.valueOf(!before.equals(after)));
    return new DataAccess(
        new StoredData.Key(access.key()),
        access.isWrite(),
        access.operation() + "(" + StoredRows.literal(access.key()) + ")",
        access.isWrite() ? before + " → " + after : after,
        variables);
  }

  private static String preview(byte @Nullable [] value) {
    return value == null ? "(nothing)" : StoredValues.preview(value);
  }

  /** A value that no expression makes, such as one that cannot be read, is undefined. */
  private static String expression(byte @Nullable [] value) {
    if (value == null) {
      return "undefined";
    }
    try {
      return "(" + WireLiteral.of(WireValue.read(value)) + ")";
    } catch (WireException | IllegalArgumentException e) {
      return "undefined";
    }
  }

  private static DataAccess ofAlarm(StorageAccess.OfAlarm access) {
    var variables = new LinkedHashMap<String, String>();
    variables.put("oldValue", number(access.before()));
    variables.put("newValue", number(access.after()));
    variables.put("changed", String.valueOf(!access.before().equals(access.after())));
    var after = instant(access.after());
    return new DataAccess(
        new StoredData.Alarm(),
        access.isWrite(),
        access.operation() + "()",
        access.isWrite() ? instant(access.before()) + " → " + after : after,
        variables);
  }

  private static String number(OptionalLong time) {
    return time.isPresent() ? String.valueOf(time.getAsLong()) : "null";
  }

  private static String instant(OptionalLong time) {
    return time.isPresent() ? Instant.ofEpochMilli(time.getAsLong()).toString() : "(not set)";
  }
}
