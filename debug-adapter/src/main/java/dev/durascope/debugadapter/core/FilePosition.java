package dev.durascope.debugadapter.core;

import java.nio.file.Path;

/** A position in a file of the user, counted from 1. */
public record FilePosition(Path file, int line, int column) {

  static FilePosition of(SourceMapping.Original original) {
    return new FilePosition(original.file(), original.line(), original.column());
  }
}
