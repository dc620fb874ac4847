package dev.durascope.runtime.control;

import com.google.gson.JsonElement;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The part of the port that changes what objects have stored as a whole. It comes in between two
 * turns of an object, never into its transactions, and the object's next event constructs it anew;
 * for one that a debugger holds it is refused. One object is changed after the other: if that
 * cannot be done to one of them, the message says how many were.
 */
public interface StateControl {

  /**
   * A class of a worker.
   *
   * @param worker its name
   */
  record ClassAddress(String worker, String className) {}

  /**
   * How an export is read.
   *
   * @param as the class that all objects become, in place of their own
   * @param name the name that the one object of the export gets
   * @param replace whether objects that there are may be replaced
   * @param skipUnnamed whether objects that cannot be carried to another class are left out
   */
  record ImportQuery(
      Optional<ClassAddress> as, Optional<String> name, boolean replace, boolean skipUnnamed) {}

  /** How much was read, and how many objects were left out. */
  record Imported(long objects, long keys, long rows, long skipped) {}

  /** Reads an export; nothing is changed before its last line has been read. */
  Imported importObjects(BufferedReader export, ImportQuery query)
      throws ControlRefusal, IOException;

  /** Objects of one class. */
  record ClassObjects(ClassAddress type, List<String> ids) {
    public ClassObjects {
      ids = List.copyOf(ids);
    }
  }

  /**
   * What was taken away.
   *
   * @param folder a folder of state, which has it now
   */
  record Backup(int objects, Path folder) {}

  /** Has objects start empty. */
  Backup reset(List<ClassObjects> objects) throws ControlRefusal;

  /**
   * What the last statement gave.
   *
   * @param rows cells as an export has them
   */
  record SqlRows(List<String> columns, List<List<JsonElement>> rows) {
    public SqlRows {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /** Runs statements on an object's tables, all of them or none. */
  SqlRows sql(ControlTarget.ObjectAddress object, String sql) throws ControlRefusal;
}
