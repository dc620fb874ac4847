package dev.durascope.cli;

import dev.durascope.cli.command.Command;
import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.Words;
import dev.durascope.languageserver.analysis.Severities;
import dev.durascope.languageserver.check.CheckOptions;
import dev.durascope.languageserver.check.CheckRun;
import dev.durascope.languageserver.check.PlanRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** {@code durascope check}: the diagnostics of a project, for a terminal or a program to read. */
final class CheckCommand implements Command {
  private static final String CONFIG = "--config";
  private static final String ENVIRONMENT = "--env";
  private static final String FORMAT = "--format";
  private static final String BASE = "--base";
  private static final String PLAN = "--plan";
  private static final String APPLIED = "--applied";
  private static final String SEVERITY = "--severity";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "check",
        "Checks a project's wrangler configuration against its code. Exits with 1 if there are"
            + " errors, and with 2 if it cannot check. Several directories are Workers of one"
            + " workspace, which are checked against each other.",
        List.of("DIR..."),
        List.of(
            Flag.ofValue(
                    CONFIG,
                    "FILE",
                    "The configuration, by default the wrangler.json, .jsonc or .toml in DIR.")
                .withShortName("-c"),
            Flag.ofValue(ENVIRONMENT, "NAME", "Check this environment only.").withShortName("-e"),
            Flag.ofValue(
                BASE,
                "REVISION",
                "Compare with this git revision, which is deployed: what cannot follow it is an"
                    + " error. By default with the last commit: a warning."),
            Flag.ofSwitch(
                PLAN,
                "Instead, tell which classes there are after each migration, and what the next"
                    + " deployment does or why it is refused (exit code 1), given what is"
                    + " deployed: --base or --applied."),
            Flag.ofValue(APPLIED, "TAG", "For --plan: the migration that was applied last."),
            Flag.ofValue(
                FORMAT,
                "FORMAT",
                "text, json: one object a line, sarif, or github: annotations of a workflow"
                    + " run."),
            Flag.ofValues(
                SEVERITY,
                "CODE=LEVEL",
                "Take a diagnostic as off, hint, info, warning or error: --severity MIG05=off.")));
  }

  @Override
  public int run(Words words, Console console) throws Exception {
    var dirs = new ArrayList<Path>();
    for (var word : words.operands().isEmpty() ? List.of("") : words.operands()) {
      dirs.add(words.path(word, console));
    }
    var base = dirs.size() == 1 ? dirs.getFirst() : words.path("", console);
    var config = words.value(CONFIG);
    var options =
        new CheckOptions(
            base,
            dirs,
            config.isPresent() ? Optional.of(words.path(config.get(), console)) : Optional.empty(),
            words.value(ENVIRONMENT),
            words.choice(FORMAT, CheckOptions.Format.class).orElse(CheckOptions.Format.TEXT),
            words.value(BASE),
            severities(words));
    var applied = words.value(APPLIED);
    if (words.has(PLAN)) {
      return PlanRun.run(options, applied, console.out(), console.err());
    }
    if (applied.isPresent()) {
      throw new UsageError(words.command(), APPLIED + " is for " + PLAN);
    }
    return CheckRun.run(options, console.out(), console.err());
  }

  private static Severities severities(Words words) throws UsageError {
    var levels = new LinkedHashMap<String, String>();
    for (var word : words.values(SEVERITY)) {
      var parts = word.split("=", 2);
      var level = parts.length == 2 ? parts[1] : "";
      var fault = Severities.fault(parts[0], level);
      if (fault.isPresent()) {
        throw new UsageError(words.command(), SEVERITY + " " + word + ": " + fault.get());
      }
      levels.put(parts[0], level);
    }
    return Severities.read(levels);
  }
}
