package dev.durascope.runtime.project;

import dev.durascope.runtime.api.ConsoleLine;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.worker.ScriptLog;

/** Brings what scripts print and throw to the project's log, with positions in the user's files. */
final class MappedScriptLog implements ScriptLog {
  private final ProjectLog log;
  private final StackMapper stacks;

  MappedScriptLog(ProjectLog log, StackMapper stacks) {
    this.log = log;
    this.stacks = stacks;
  }

  @Override
  public void console(Isolate isolate, String source, ConsoleLine line) {
    log.console(isolate, level(line.level()), source, line.withText(stacks.map(line.text())));
  }

  @Override
  public void uncaught(String source, String where, ScriptFailure failure) {
    log.script(ProjectLog.Level.ERROR, source, "Uncaught in " + where + ": " + describe(failure));
  }

  /** The error as its stack shows it, or without one its name and message. */
  String describe(ScriptFailure failure) {
    return stacks.map(failure.stack().isEmpty() ? failure.summary() : failure.stack().strip());
  }

  private static ProjectLog.Level level(String name) {
    return switch (name) {
      case "debug" -> ProjectLog.Level.DEBUG;
      case "warn" -> ProjectLog.Level.WARN;
      case "error" -> ProjectLog.Level.ERROR;
      default -> ProjectLog.Level.INFO;
    };
  }
}
