package dev.durascope.cli;

import dev.durascope.cli.command.Command;
import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.Words;
import dev.durascope.languageserver.check.TypesRun;
import dev.durascope.languageserver.types.TypesRecipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code durascope types}: the types of {@code env}, as {@code wrangler types} writes them. */
final class TypesCommand implements Command {
  private static final String CONFIG = "--config";
  private static final String ENVIRONMENT = "--env";
  private static final String OUT = "--out";
  private static final String INTERFACE = "--env-interface";
  private static final String LOOSE = "--loose-vars";
  private static final String CHECK = "--check";

  /** Wrangler's own rule. */
  private static final Pattern INTERFACE_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]*");

  @Override
  public Syntax syntax() {
    return new Syntax(
        "types",
        "Writes the types of env, as wrangler types does, without the platform's; those that are"
            + " in the file already stay. A file that is there is made again as it was made.",
        List.of("DIR"),
        List.of(
            Flag.ofValues(
                    CONFIG,
                    "FILE",
                    "The configuration, by default the wrangler.json, .jsonc or .toml in DIR. Those"
                        + " behind the first are of other Workers, whose classes are bound.")
                .withShortName("-c"),
            Flag.ofValue(ENVIRONMENT, "NAME", "The types of this environment only.")
                .withShortName("-e"),
            Flag.ofValue(
                OUT, "FILE", "The file, by default " + TypesRecipe.DEFAULT_PATH + " in DIR."),
            Flag.ofValue(INTERFACE, "NAME", "What the type of env is called, by default Env."),
            Flag.ofSwitch(LOOSE, "A variable's type is its kind, not its value."),
            Flag.ofSwitch(
                CHECK,
                "Write nothing, and exit with 1 if the file is not what would be written.")));
  }

  @Override
  public int run(Words words, Console console) throws Exception {
    var out = words.value(OUT).orElse(TypesRecipe.DEFAULT_PATH);
    if (!out.endsWith(".d.ts")) {
      throw new UsageError(words.command(), OUT + " names a declaration file, which ends in .d.ts");
    }
    var name = words.value(INTERFACE);
    if (name.isPresent() && !INTERFACE_NAME.matcher(name.get()).matches()) {
      throw new UsageError(words.command(), INTERFACE + " is a name, not \"" + name.get() + "\"");
    }
    var configs = new ArrayList<Path>();
    for (var config : words.values(CONFIG)) {
      configs.add(words.path(config, console));
    }
    var options =
        new TypesRun.Options(
            words.path(words.operand(0).orElse(""), console),
            configs,
            out,
            recipe -> asked(words, recipe),
            words.has(CHECK));
    return TypesRun.run(options, console.out(), console.err());
  }

  /** How the types are to be made: as they were, but for what is asked for. */
  private static TypesRecipe asked(Words words, TypesRecipe before) {
    var recipe = before;
    if (words.has(CONFIG)) {
      recipe = recipe.withConfigs(words.values(CONFIG));
    }
    if (words.value(ENVIRONMENT).isPresent()) {
      recipe = recipe.withEnvironment(words.value(ENVIRONMENT).get());
    }
    if (words.value(INTERFACE).isPresent()) {
      recipe = recipe.withInterface(words.value(INTERFACE).get());
    }
    return words.has(LOOSE) ? recipe.withStrictVars(false) : recipe;
  }
}
