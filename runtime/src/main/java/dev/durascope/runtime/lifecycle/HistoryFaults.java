package dev.durascope.runtime.lifecycle;

import dev.durascope.model.config.ClassHistory;
import dev.durascope.model.config.ClassHistory.Created;
import dev.durascope.model.config.ClassHistory.Deleted;
import dev.durascope.model.config.ClassHistory.HandedOver;
import dev.durascope.model.config.ClassHistory.Received;
import dev.durascope.model.config.ClassHistory.Renamed;
import dev.durascope.model.config.Lifecycle.Form;
import dev.durascope.model.config.Lifecycle.Storage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** What is wrong with a list of migrations by itself, in the words in which wrangler refuses it. */
final class HistoryFaults {
  private HistoryFaults() {}

  static List<String> of(ClassHistory history) {
    var faults = new ArrayList<String>();
    var live = new LinkedHashSet<String>();
    if (history.form() != Form.MIGRATIONS) {
      return faults;
    }
    for (var step : history.steps()) {
      for (var change : step.changes()) {
        switch (change) {
          case Deleted(var name) -> {
            if (!live.remove(name)) {
              faults.add("Cannot apply deleted_classes migration to non-existent class " + name);
            }
          }
          case Renamed(var from, var to) -> {
            if (!live.remove(from)) {
              faults.add("Cannot apply renamed_classes migration to non-existent class " + from);
            }
            live.add(to);
          }
          case Received(var _, var _, var to) -> live.add(to);
          case HandedOver _ -> {}
          case Created(var name, var storage) -> {
            if (!live.add(name)) {
              faults.add(
                  "Cannot apply %s migration to existing class %s"
                      .formatted(
                          storage == Storage.SQLITE ? "new_sqlite_classes" : "new_classes", name));
            }
          }
        }
      }
    }
    return faults;
  }
}
