package dev.durascope.cli;

import dev.durascope.cli.command.Command;
import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.Words;
import dev.durascope.languageserver.check.Conversion;
import dev.durascope.languageserver.check.ConvertRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code durascope convert}: a configuration written differently, and saying the same. */
final class ConvertCommand implements Command {
  private static final String CONFIG = "--config";
  private static final String TO = "--to";
  private static final String LEGACY = "--legacy";
  private static final String EXPORTS = "--exports";
  private static final String WRITE = "--write";

  /** What {@link #TO} may be followed by. */
  private enum Target {
    TOML,
    JSONC
  }

  @Override
  public Syntax syntax() {
    return new Syntax(
        "convert",
        "Prints a wrangler configuration written differently, with its comments and in its order."
            + " Exits with 1 if it is not certain that it would say the same, and with 2 if there"
            + " is none that can be read.",
        List.of("DIR"),
        List.of(
            Flag.ofValue(
                    CONFIG,
                    "FILE",
                    "The configuration, by default the wrangler.json, .jsonc or .toml in DIR.")
                .withShortName("-c"),
            Flag.ofValue(
                TO,
                "SYNTAX",
                "In the other syntax, toml or jsonc: another file, which scripts of package.json"
                    + " are made to name."),
            Flag.ofSwitch(
                LEGACY,
                "With the keys of wrangler 1 as today's: build.upload, type, legacy_env,"
                    + " node_compat."),
            Flag.ofSwitch(EXPORTS, "With its migrations as exports."),
            Flag.ofSwitch(WRITE, "Write the files, instead of printing.")));
  }

  @Override
  public int run(Words words, Console console) throws Exception {
    var conversions = new ArrayList<Conversion>();
    if (words.has(LEGACY)) {
      conversions.add(Conversion.LEGACY);
    }
    if (words.has(EXPORTS)) {
      conversions.add(Conversion.EXPORTS);
    }
    words
        .choice(TO, Target.class)
        .map(target -> target == Target.TOML ? Conversion.TOML : Conversion.JSONC)
        .ifPresent(conversions::add);
    if (conversions.isEmpty()) {
      throw new UsageError(
          words.command(), "say what to convert: " + String.join(", ", TO, LEGACY, EXPORTS));
    }
    var config = words.value(CONFIG);
    return ConvertRun.run(
        new ConvertRun.Options(
            words.path(words.operand(0).orElse(""), console),
            config.isPresent() ? Optional.of(words.path(config.get(), console)) : Optional.empty(),
            conversions,
            words.has(WRITE)),
        console.out(),
        console.err());
  }
}
