package dev.durascope.runtime.worker;

import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.ScriptError;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.SqlCursor;
import dev.durascope.runtime.storage.SqlException;
import dev.durascope.runtime.storage.StorageException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * {@code host.sql}: an object's SQL, for the prelude's {@code sql.js}.
 *
 * <p>Answers go to a function that JavaScript passes, all values as its arguments: one call brings
 * a whole row, or many, where an array would be read value by value. The first row comes with the
 * statement, so that one call is enough for what has one row or none.
 */
final class SqlHost {
  /** How many values one call brings. */
  private static final int MAX_VALUES = 4_096;

  private final ObjectStore store;
  private final StorageReports reports;
  private final Consumer<StorageException> broken;
  private final Consumer<String> lost;

  /**
   * @param reports runs the statements, and tells of them
   * @param broken hears of a failure of storage, after which the object has to be reset
   * @param lost hears why the pending transaction is gone, after which it has to be reset as well
   */
  SqlHost(
      ObjectStore store,
      StorageReports reports,
      Consumer<StorageException> broken,
      Consumer<String> lost) {
    this.store = store;
    this.reports = reports;
    this.broken = broken;
    this.lost = lost;
  }

  HostGroup group() {
    return new HostGroup("sql")
        .function("execute", guarded(this::execute))
        .function("next", guarded(this::next))
        .function("rest", guarded(this::rest))
        .function(
            "rowsWritten",
            guarded(arguments -> (double) arguments.handle(0, SqlCursor.class).rowsWritten()))
        .function("databaseSize", guarded(arguments -> (double) store.sql().databaseSize()));
  }

  /** {@code (receive, text, ...values)} to {@code (cursor, rowsRead, columns, done, ...)}. */
  private @Nullable Object execute(HostGroup.Arguments arguments) {
    var values = new ArrayList<@Nullable Object>();
    for (int i = 2; i < arguments.values().length; i++) {
      values.add(value(arguments.value(i)));
    }
    var cursor = reports.sql(arguments.string(1), values);
    var answer = new ArrayList<@Nullable Object>();
    answer.add(cursor);
    answer.add((double) cursor.rowsRead());
    answer.add(cursor.columns().size());
    answer.addAll(cursor.columns());
    var row = cursor.next();
    answer.add((double) cursor.rowsRead());
    answer.add(cursor.isDone());
    if (row != null) {
      addTo(answer, row);
    }
    arguments.value(0).executeVoid(answer.toArray());
    return null;
  }

  /** {@code (receive, cursor)} to {@code (rowsRead, done, ...row)}. */
  private @Nullable Object next(HostGroup.Arguments arguments) {
    answer(arguments, 1);
    return null;
  }

  /** The same for as many rows as may come at once. */
  private @Nullable Object rest(HostGroup.Arguments arguments) {
    answer(arguments, MAX_VALUES);
    return null;
  }

  private static void answer(HostGroup.Arguments arguments, int atLeast) {
    var cursor = arguments.handle(1, SqlCursor.class);
    var values = new ArrayList<@Nullable Object>();
    while (values.size() < atLeast) {
      var row = cursor.next();
      if (row == null) {
        break;
      }
      addTo(values, row);
    }
    values.addFirst(cursor.isDone());
    values.addFirst((double) cursor.rowsRead());
    arguments.value(0).executeVoid(values.toArray());
  }

  private static void addTo(List<@Nullable Object> answer, @Nullable Object[] row) {
    for (var value : row) {
      answer.add(value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value);
    }
  }

  private static @Nullable Object value(Value value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isString()) {
      return value.asString();
    }
    if (value.isNumber()) {
      return value.asDouble();
    }
    var bytes = new byte[Math.toIntExact(value.getBufferSize())];
    value.readBuffer(0, bytes, 0, bytes.length);
    return bytes;
  }

  private HostGroup.Function guarded(HostGroup.Function function) {
    return arguments -> {
      try {
        return function.call(arguments);
      } catch (SqlException e) {
        var message = String.valueOf(e.getMessage());
        switch (e.effect()) {
          case NONE -> {}
          case TRANSACTION_LOST -> lost.accept(message);
        }
        throw ScriptError.error(message);
      } catch (StorageException e) {
        broken.accept(e);
        throw ScriptError.error(String.valueOf(e.getMessage()));
      }
    };
  }
}
