package dev.durascope.cli;

import dev.durascope.cli.command.Console;
import dev.durascope.runtime.lifecycle.Deletion;
import dev.durascope.runtime.project.DeletionConsent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.stream.Collectors;

/** Asks the user whether data may be deleted. */
final class Agreement {
  private Agreement() {}

  /** Asks at the terminal, where there is one. */
  static DeletionConsent atTerminal(Console console) {
    return Console.isAtTerminal() ? asking(console) : DeletionConsent.TO_NOTHING;
  }

  /** Asks, and takes anything but a yes for a no. */
  static DeletionConsent asking(Console console) {
    return deletions -> {
      var titles = deletions.stream().map(Deletion::title).collect(Collectors.joining(", "));
      var out = console.out();
      out.print(
          "The configuration deletes " + titles + ". Delete the data of this machine? (y/N) ");
      out.flush();
      try {
        var in = new BufferedReader(new InputStreamReader(console.in(), Charset.defaultCharset()));
        var line = in.readLine();
        return line != null && line.strip().toLowerCase(Locale.ROOT).startsWith("y");
      } catch (IOException e) {
        return false;
      }
    };
  }
}
