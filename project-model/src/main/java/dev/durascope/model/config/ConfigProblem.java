package dev.durascope.model.config;

import java.nio.file.Path;

/**
 * A problem of a configuration, ready to be printed.
 *
 * @param line from one
 * @param column from one, in UTF-16 units
 */
public record ConfigProblem(Path file, int line, int column, String message) {

  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}
