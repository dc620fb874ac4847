package dev.durascope.cli.state;

import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.Words;

/** What import and copy both ask. */
final class Carrying {
  static final Flag REPLACE =
      Flag.ofSwitch("--replace", "Objects that there are already are overwritten.");

  static final Flag SKIP_UNNAMED =
      Flag.ofSwitch(
          "--skip-unnamed",
          "Objects without a name that is known are left out where their class changes.");

  private Carrying() {}

  static boolean replaces(Words words) {
    return words.has(REPLACE.name());
  }

  static boolean skips(Words words) {
    return words.has(SKIP_UNNAMED.name());
  }
}
