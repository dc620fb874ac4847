package dev.durascope.languageserver.check;

import dev.durascope.languageserver.analysis.Scope;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.analysis.Surroundings;
import dev.durascope.languageserver.check.CheckOptions.Format;
import dev.durascope.languageserver.schema.InstalledSchemas;
import dev.durascope.languageserver.types.EnvDeclaration;
import dev.durascope.languageserver.types.FurtherWorkers;
import dev.durascope.languageserver.types.TypesFile;
import dev.durascope.languageserver.types.TypesRecipe;
import dev.durascope.model.modules.DiskFiles;
import dev.durascope.model.modules.ModuleCache;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One run of {@code types}: writes the types of {@code env}, or says whether those that are there
 * are what it would write.
 *
 * <p>A file that is there is made again as it was made, as far as nothing else is asked for, and
 * the platform's types in it stay.
 */
public final class TypesRun {

  /**
   * What to write.
   *
   * @param directory where the configuration is looked for
   * @param configs the configuration, where it is not the one that wrangler would find, and those
   *     of further Workers; relative to the directory
   * @param path the file, relative to the configuration's folder
   * @param changes what is asked for beside how the file was made
   * @param compares only compare with what is there
   */
  public record Options(
      Path directory,
      List<Path> configs,
      String path,
      UnaryOperator<TypesRecipe> changes,
      boolean compares) {}

  private TypesRun() {}

  /** Writes, or compares; tells what was done on {@code out}, and on {@code err} why not. */
  public static int run(Options options, PrintStream out, PrintStream err) {
    try {
      return write(options, out);
    } catch (NotCheckable reason) {
      err.println("durascope types: " + reason.reason());
      return CheckRun.NOT_CHECKED;
    }
  }

  private static int write(Options options, PrintStream out) throws NotCheckable {
    var worker =
        CheckedWorker.of(
                new CheckOptions(
                    options.directory(),
                    options.configs().stream().findFirst(),
                    Optional.empty(),
                    Format.TEXT))
            .getFirst();
    var config = worker.config();
    if (!config.document().problems().isEmpty()) {
      throw new NotCheckable(config.fileName() + " has errors; durascope check tells which");
    }
    try (var modules = new ModuleCache()) {
      var subject =
          Subject.of(
              config,
              new Surroundings(
                  new DiskFiles(), modules, new InstalledSchemas(), LocalDate.now(ZoneOffset.UTC)),
              new Scope.Everything());
      var file = config.directory().resolve(options.path()).normalize();
      var before = subject.text(file);
      var existing = before.flatMap(text -> TypesFile.read(file, text));
      if (before.isPresent() && existing.isEmpty()) {
        throw new NotCheckable(notReadable(options.path(), before.get()));
      }
      var recipe =
          options
              .changes()
              .apply(
                  existing
                      .map(TypesFile::recipe)
                      .orElse(TypesRecipe.DEFAULT.withRuntime(false))
                      .with(options.path()));
      var environment = recipe.environment();
      if (environment.isPresent() && !config.named().containsKey(environment.get())) {
        throw new NotCheckable(
            "%s has no environment \"%s\"".formatted(config.fileName(), environment.get()));
      }
      var declaration = EnvDeclaration.of(subject, recipe, others(options, subject, recipe));
      var after =
          existing
              .map(types -> types.replacedBy("", declaration).applyTo(file, before.orElseThrow()))
              .orElseGet(declaration::text);
      if (options.compares()) {
        boolean isSame = before.filter(after::equals).isPresent();
        var state =
            isSame ? "is up to date" : before.isEmpty() ? "is not there" : "is not up to date";
        out.println(options.path() + " " + state);
        return isSame ? CheckRun.CLEAN : CheckRun.ERRORS;
      }
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, after);
      out.println("Wrote " + options.path());
      return CheckRun.CLEAN;
    } catch (IOException unwritable) {
      throw new NotCheckable(options.path() + " cannot be written: " + unwritable.getMessage());
    }
  }

  /** Those that are asked for, or those that the file was made with. */
  private static FurtherWorkers others(Options options, Subject subject, TypesRecipe recipe)
      throws NotCheckable {
    var asked = !options.configs().isEmpty();
    var base = asked ? options.directory() : subject.config().directory();
    var files =
        asked
            ? options.configs().stream().skip(1).toList()
            : recipe.furtherConfigs().stream().map(Path::of).toList();
    try {
      return FurtherWorkers.read(
          subject, files.stream().map(file -> base.resolve(file).normalize()).toList());
    } catch (FurtherWorkers.Unusable reason) {
      throw new NotCheckable(reason.reason());
    }
  }

  /** For a file of somebody's own, in wrangler's words. */
  private static String notReadable(String path, String text) {
    return text.contains("Generated by Wrangler")
        ? path + " was made by options of wrangler types that durascope does not know"
        : "A non-Wrangler %s already exists, please rename and try again.".formatted(path);
  }
}
