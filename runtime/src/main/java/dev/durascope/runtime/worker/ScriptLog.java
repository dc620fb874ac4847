package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.ConsoleLine;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.script.Isolate;

/** Where an isolate's console and its unhandled errors go; called on the isolate's thread. */
public interface ScriptLog {
  /**
   * A console call in an isolate.
   *
   * @param source what the user calls the isolate
   */
  void console(Isolate isolate, String source, ConsoleLine line);

  /**
   * An error that no code has handled.
   *
   * @param where what was running, such as {@code fetch} or {@code waitUntil}
   */
  void uncaught(String source, String where, ScriptFailure failure);
}
