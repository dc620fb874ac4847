package dev.durascope.cli;

import dev.durascope.cli.command.Console;
import dev.durascope.runtime.project.ProjectLog;

/** Warnings and errors go to standard error, all else to standard output, as with wrangler. */
record ConsoleLog(Console console) implements ProjectLog {
  @Override
  public void message(Level level, String text) {
    print(level, text);
  }

  @Override
  public void script(Level level, String source, String text) {
    print(level, "[" + source + "] " + text);
  }

  private void print(Level level, String text) {
    var stream = level == Level.ERROR || level == Level.WARN ? console.err() : console.out();
    stream.println(text);
    stream.flush();
  }
}
