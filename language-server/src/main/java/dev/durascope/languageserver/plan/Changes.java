package dev.durascope.languageserver.plan;

import dev.durascope.model.config.ClassHistory.Change;
import dev.durascope.model.config.ClassHistory.Created;
import dev.durascope.model.config.ClassHistory.Deleted;
import dev.durascope.model.config.ClassHistory.HandedOver;
import dev.durascope.model.config.ClassHistory.Received;
import dev.durascope.model.config.ClassHistory.Renamed;
import dev.durascope.model.config.Lifecycle.Storage;

/** Changes of classes in words. */
public final class Changes {

  private Changes() {}

  static String words(Change change) {
    return switch (change) {
      case Created(var name, var storage) -> "create %s (%s)".formatted(name, words(storage));
      case Deleted(var name) -> "delete %s with all its objects".formatted(name);
      case Renamed(var from, var to) -> "rename %s to %s".formatted(from, to);
      case Received(var worker, var from, var to) ->
          "take %s over from the Worker \"%s\" as %s".formatted(from, worker, to);
      case HandedOver(var name, var worker) ->
          "hand %s over to the Worker \"%s\"".formatted(name, worker);
    };
  }

  /** What the kinds of storage are called. */
  public static String words(Storage storage) {
    return switch (storage) {
      case SQLITE -> "SQLite";
      case KEY_VALUE -> "key-value";
    };
  }
}
