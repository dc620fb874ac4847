package dev.durascope.cli;

import dev.durascope.cli.command.Console;
import dev.durascope.runtime.project.ProjectLog;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Warnings and errors go to standard error, all else to standard output, as with wrangler.
 *
 * @param saysAnswers whether each request is a line: for somebody at a terminal. A program that
 *     starts the command may not read what it says, and would hold up all answers in the end.
 */
record ConsoleLog(Console console, LogLevel least, boolean saysAnswers) implements ProjectLog {
  /** What a client may send in a path, and a terminal would obey. */
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  @Override
  public void message(Level level, String text) {
    print(level, text);
  }

  @Override
  public void script(Level level, String source, String text) {
    print(level, "[" + source + "] " + text);
  }

  @Override
  public void answered(String method, String target, int status, Duration took) {
    if (saysAnswers && least.says(Level.INFO)) {
      print(
          Level.INFO,
          method
              + " "
              + CONTROL.matcher(target).replaceAll("?")
              + " "
              + status
              + " ("
              + took.toMillis()
              + " ms)");
    }
  }

  private void print(Level level, String text) {
    if (!least.says(level)) {
      return;
    }
    var stream = level == Level.ERROR || level == Level.WARN ? console.err() : console.out();
    stream.println(text);
    stream.flush();
  }
}
