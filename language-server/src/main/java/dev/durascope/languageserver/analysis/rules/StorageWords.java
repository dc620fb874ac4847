package dev.durascope.languageserver.analysis.rules;

import dev.durascope.model.config.Lifecycle.Storage;

/** What messages call the kinds of storage. */
final class StorageWords {

  private StorageWords() {}

  static String of(Storage storage) {
    return switch (storage) {
      case SQLITE -> "SQLite";
      case KEY_VALUE -> "key-value";
    };
  }
}
