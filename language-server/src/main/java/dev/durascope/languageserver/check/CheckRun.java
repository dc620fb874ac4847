package dev.durascope.languageserver.check;

import dev.durascope.languageserver.analysis.Analysis;
import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Surroundings;
import dev.durascope.languageserver.schema.InstalledSchemas;
import dev.durascope.model.modules.DiskFiles;
import dev.durascope.model.modules.ModuleCache;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;

/** One run of {@code check}: from a directory to an exit code. */
public final class CheckRun {

  /** Nothing worse than a warning. */
  public static final int CLEAN = 0;

  /** At least one error. */
  public static final int ERRORS = 1;

  /** There was nothing that could be checked; a line on the error stream says why. */
  public static final int NOT_CHECKED = 2;

  private CheckRun() {}

  /** Checks, and prints findings to {@code out}; why it could not goes to standard error. */
  public static int run(CheckOptions options, PrintStream out) {
    return run(options, out, System.err);
  }

  /** Checks, and prints findings to {@code out} and to {@code err} why it could not. */
  public static int run(CheckOptions options, PrintStream out, PrintStream err) {
    try {
      return check(options, out);
    } catch (NotCheckable reason) {
      err.println("durascope check: " + reason.reason());
      return NOT_CHECKED;
    }
  }

  private static int check(CheckOptions options, PrintStream out) throws NotCheckable {
    var workers = CheckedWorker.of(options);
    var files = new DiskFiles();
    var diagnostics = new LinkedHashSet<Diagnostic>();
    try (var modules = new ModuleCache();
        var baselines = CheckedWorker.baselines(options, workers)) {
      var configs = workers.stream().map(CheckedWorker::config).toList();
      var surroundings =
          new Surroundings(files, modules, new InstalledSchemas(), LocalDate.now(ZoneOffset.UTC))
              .comparedWith(baselines)
              .beside(() -> configs);
      for (var worker : workers) {
        var found = Analysis.run(worker.config(), surroundings, worker.scope());
        options.severities().apply(found).stream()
            .filter(each -> each.severity() != Severity.HINT)
            .forEach(diagnostics::add);
      }
    }
    var report =
        switch (options.format()) {
          case TEXT -> new TextReport(out);
          case JSON -> new JsonReport(out);
          case SARIF -> new SarifReport(out);
          case GITHUB -> new GithubReport(out);
        };
    report.print(
        new Findings(
            workers.stream().map(CheckedWorker::config).toList(),
            options.directory().toAbsolutePath().normalize(),
            files,
            List.copyOf(diagnostics)));
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR)
        ? ERRORS
        : CLEAN;
  }
}
