package dev.durascope.model.modules;

import java.nio.file.Path;

/** Where an import leads. */
sealed interface Resolution {

  /** To a module that can be read. */
  record Source(Path file) implements Resolution {}

  /** To something that cannot be looked into, and why. */
  record Opaque(String reason) implements Resolution {}
}
