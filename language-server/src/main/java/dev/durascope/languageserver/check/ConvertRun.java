package dev.durascope.languageserver.check;

import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Scope;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.analysis.Surroundings;
import dev.durascope.languageserver.check.CheckOptions.Format;
import dev.durascope.languageserver.check.Conversion.Outcome;
import dev.durascope.languageserver.schema.InstalledSchemas;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.modules.DiskFiles;
import dev.durascope.model.modules.ModuleCache;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of {@code convert}: a configuration, and the files that name it, written differently.
 *
 * <p>All is worked out in memory before anything is written, and either all of what is asked for is
 * done, or nothing. Without {@link Options#writes} the configuration's new text is printed, and
 * nothing else is, so that it may be piped; what would happen beside goes to the error stream.
 */
public final class ConvertRun {

  /** Nothing was left to do, or it was done. */
  private static final int DONE = 0;

  /** It cannot be done. */
  private static final int REFUSED = 1;

  /**
   * What to convert.
   *
   * @param directory where the configuration is looked for
   * @param config the configuration, where it is not the one that wrangler would find
   * @param conversions at least one
   * @param writes write files, instead of printing
   */
  public record Options(
      Path directory, Optional<Path> config, List<Conversion> conversions, boolean writes) {

    public Options {
      conversions = Conversion.inOrder(conversions);
    }
  }

  private final Options options;
  private final PrintStream out;
  private final PrintStream err;
  private final DiskFiles disk = new DiskFiles();

  /** The texts that differ from the disk. */
  private final Map<Path, String> texts = new LinkedHashMap<>();

  private ConvertRun(Options options, PrintStream out, PrintStream err) {
    this.options = options;
    this.out = out;
    this.err = err;
  }

  /** Converts; tells what was done on {@code out}, and on {@code err} why not. */
  public static int run(Options options, PrintStream out, PrintStream err) {
    try {
      return new ConvertRun(options, out, err).convert();
    } catch (NotCheckable reason) {
      err.println("durascope convert: " + reason.reason());
      return CheckRun.NOT_CHECKED;
    }
  }

  private int convert() throws NotCheckable {
    var before =
        CheckedWorker.of(
                new CheckOptions(
                    options.directory(), options.config(), Optional.empty(), Format.TEXT))
            .getFirst()
            .config();
    if (!before.document().problems().isEmpty()) {
      throw new NotCheckable(before.fileName() + " has errors; durascope check tells which");
    }
    var config = before;
    for (var conversion : options.conversions()) {
      switch (outcome(conversion, config)) {
        case Outcome.Nothing(String state) -> err.println(config.fileName() + " " + state);
        case Outcome.Refused(String state) -> {
          err.println("durascope convert: " + config.fileName() + " " + state);
          return REFUSED;
        }
        case Outcome.Changed(Fix fix) -> config = apply(fix, config);
      }
    }
    if (texts.isEmpty()) {
      return DONE;
    }
    boolean moved = !config.file().equals(before.file());
    if (options.writes()) {
      write(moved ? Optional.of(before.file()) : Optional.empty());
    } else {
      out.print(texts.get(config.file()));
      foretell(before, config);
    }
    return DONE;
  }

  private Outcome outcome(Conversion conversion, WranglerConfig config) {
    try (var modules = new ModuleCache()) {
      return conversion.of(
          Subject.of(
              config,
              new Surroundings(
                  disk.with(texts), modules, new InstalledSchemas(), LocalDate.now(ZoneOffset.UTC)),
              new Scope.Everything()));
    }
  }

  /** The configuration as it is then, perhaps in another file. */
  private WranglerConfig apply(Fix fix, WranglerConfig config) throws NotCheckable {
    for (var file : fix.edits().stream().map(edit -> edit.place().file()).distinct().toList()) {
      var text =
          disk.with(texts)
              .read(file)
              .orElseThrow(() -> new NotCheckable(file + " cannot be read any more"));
      texts.put(file, fix.applyTo(file, text));
    }
    var file = config.file();
    for (var change : fix.files()) {
      switch (change) {
        case Fix.Created(Path created, String text) -> {
          texts.put(created, text);
          file = created;
        }
        case Fix.Deleted(Path deleted) -> texts.remove(deleted);
      }
    }
    return WranglerConfig.parse(file, texts.getOrDefault(file, config.document().text()));
  }

  private void foretell(WranglerConfig before, WranglerConfig after) {
    if (!after.file().equals(before.file())) {
      err.println("%s would become %s".formatted(before.fileName(), after.fileName()));
    }
    texts.keySet().stream()
        .filter(file -> !file.equals(after.file()))
        .forEach(file -> err.println(file.getFileName() + " would name it"));
    err.println("Nothing is written without --write");
  }

  /** The old file goes last: whatever fails, there is a configuration. */
  private void write(Optional<Path> old) throws NotCheckable {
    for (var text : texts.entrySet()) {
      var file = text.getKey();
      try {
        Files.writeString(file, text.getValue());
      } catch (IOException unwritable) {
        throw new NotCheckable(file + " cannot be written: " + unwritable.getMessage());
      }
      out.println("Wrote " + file.getFileName());
    }
    if (old.isPresent()) {
      try {
        Files.delete(old.get());
      } catch (IOException stays) {
        throw new NotCheckable(old.get() + " cannot be deleted: " + stays.getMessage());
      }
      out.println("Deleted " + old.get().getFileName());
    }
  }
}
