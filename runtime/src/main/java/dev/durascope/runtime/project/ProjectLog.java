package dev.durascope.runtime.project;

import dev.durascope.runtime.api.ConsoleLine;
import dev.durascope.runtime.script.Isolate;
import java.time.Duration;

/** What the project says to its user; called on any thread. */
public interface ProjectLog {
  /** How much a line matters. */
  enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  /** The runtime has something to say. */
  void message(Level level, String text);

  /**
   * The user's code has printed something, or failed with nobody to catch it.
   *
   * @param source the object or worker it comes from
   * @param text as the user shall see it, stacks mapped to the sources
   */
  void script(Level level, String source, String text);

  /**
   * A request from outside has been answered.
   *
   * @param target its path, without the query
   * @param took from its head to the answer's
   */
  default void answered(String method, String target, int status, Duration took) {}

  /**
   * The user's code has called the console; on the isolate's thread. Who has no use for values and
   * groups gets it as text.
   */
  default void console(Isolate isolate, Level level, String source, ConsoleLine line) {
    if (line.isVisible()) {
      script(level, source, line.indented());
    }
  }
}
