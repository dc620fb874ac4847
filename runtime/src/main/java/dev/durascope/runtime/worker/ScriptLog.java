package dev.durascope.runtime.worker;

import dev.durascope.runtime.message.ScriptFailure;

/** Where an isolate's console and its unhandled errors go; called on the isolate's thread. */
public interface ScriptLog {
  /**
   * A console call.
   *
   * @param source the isolate's title
   * @param level {@code log}, {@code info}, {@code warn}, {@code error} or {@code debug}
   */
  void console(String source, String level, String text);

  /**
   * An error that no code has handled.
   *
   * @param where what was running, such as {@code fetch} or {@code waitUntil}
   */
  void uncaught(String source, String where, ScriptFailure failure);
}
