package dev.durascope.runtime.api;

import dev.durascope.runtime.script.Isolate;

/** Hears what an isolate writes to its console. */
@FunctionalInterface
public interface ConsoleListener {
  /** For isolates whose console nobody reads. */
  ConsoleListener NONE = (isolate, line) -> {};

  /** A console call in an isolate, on its thread. */
  void wrote(Isolate isolate, ConsoleLine line);
}
