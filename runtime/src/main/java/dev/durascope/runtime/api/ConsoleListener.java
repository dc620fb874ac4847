package dev.durascope.runtime.api;

import java.util.List;
import org.graalvm.polyglot.Value;

/** Hears what an isolate writes to its console. */
@FunctionalInterface
public interface ConsoleListener {
  /** For isolates whose console nobody reads. */
  ConsoleListener NONE = (level, text, values) -> {};

  /**
   * A console call, on the isolate's thread.
   *
   * @param level {@code log}, {@code info}, {@code warn}, {@code error} or {@code debug}
   * @param text the whole line as shown, which may span several
   * @param values the arguments themselves, for who can expand them; good until the call returns
   */
  void wrote(String level, String text, List<Value> values);
}
