package dev.durascope.languageserver.check;

import dev.durascope.languageserver.analysis.Baselines;
import dev.durascope.languageserver.analysis.Committed;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.analysis.Surroundings;
import dev.durascope.languageserver.plan.DeployedClasses;
import dev.durascope.languageserver.plan.Deployment;
import dev.durascope.languageserver.plan.EnvironmentPlan;
import dev.durascope.languageserver.plan.Upload;
import dev.durascope.languageserver.plan.WorkerFacts;
import dev.durascope.languageserver.schema.InstalledSchemas;
import dev.durascope.model.config.ClassHistory;
import dev.durascope.model.config.ClassHistory.Step;
import dev.durascope.model.config.Lifecycle.Form;
import dev.durascope.model.modules.DiskFiles;
import dev.durascope.model.modules.ExportLookup.NotExported;
import dev.durascope.model.modules.ExportLookup.TypeOnly;
import dev.durascope.model.modules.ModuleCache;
import dev.durascope.model.text.Located;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code check --plan}: for each environment the classes after each migration, and what the next
 * deployment does or why it is refused.
 *
 * <p>What is deployed is what somebody says: a tag that is applied, or a revision. Said nothing, it
 * is nothing.
 */
public final class PlanRun {

  private PlanRun() {}

  /**
   * Plans, and prints to {@code out}; to {@code err} why it cannot.
   *
   * @param applied the tag that was applied last
   */
  public static int run(
      CheckOptions options, Optional<String> applied, PrintStream out, PrintStream err) {
    try {
      var report =
          switch (options.format()) {
            case TEXT -> (PlanReport) new TextPlan(out);
            case JSON -> new JsonPlan(out);
            case SARIF, GITHUB -> throw new NotCheckable("--plan has the formats text and json");
          };
      if (applied.isPresent() && options.base().isPresent()) {
        throw new NotCheckable("say either --applied or --base: both tell what is deployed");
      }
      return plan(options, applied, report);
    } catch (NotCheckable reason) {
      err.println("durascope check: " + reason.reason());
      return CheckRun.NOT_CHECKED;
    }
  }

  private static int plan(CheckOptions options, Optional<String> applied, PlanReport report)
      throws NotCheckable {
    var workers = CheckedWorker.of(options);
    boolean isRefused = false;
    try (var modules = new ModuleCache();
        var baselines = CheckedWorker.baselines(options, workers)) {
      var surroundings =
          new Surroundings(
                  new DiskFiles(), modules, new InstalledSchemas(), LocalDate.now(ZoneOffset.UTC))
              .comparedWith(options.base().isPresent() ? baselines : Baselines.NONE);
      for (var worker : workers) {
        var subject = Subject.of(worker.config(), surroundings, worker.scope());
        if (!subject.isComplete()) {
          throw new NotCheckable(
              worker.config().fileName() + " has syntax errors: check it without --plan first");
        }
        var plans = new ArrayList<EnvironmentPlan>();
        for (var view : subject.views()) {
          plans.add(plan(subject, view, applied));
        }
        if (applied.isPresent() && plans.stream().noneMatch(each -> has(each, applied.get()))) {
          throw new NotCheckable(
              "%s has no migration with the tag \"%s\""
                  .formatted(worker.config().fileName(), applied.get()));
        }
        isRefused |= plans.stream().anyMatch(each -> !each.next().refusals().isEmpty());
        report.print(name(options, worker), plans);
      }
    }
    return isRefused ? CheckRun.ERRORS : CheckRun.CLEAN;
  }

  private static boolean has(EnvironmentPlan plan, String tag) {
    return plan.stages().stream().anyMatch(stage -> stage.tag().equals(tag));
  }

  private static String name(CheckOptions options, CheckedWorker worker) {
    var directory = options.directory().toAbsolutePath().normalize();
    return directory.relativize(worker.config().file()).toString().replace('\\', '/');
  }

  private static EnvironmentPlan plan(
      Subject subject, EnvironmentView view, Optional<String> applied) {
    var history = view.environment().history();
    var then = subject.committed().flatMap(committed -> then(committed, view));
    var tag =
        then.map(PlanRun::lastTag).orElseGet(() -> applied.filter(each -> has(history, each)));
    var before =
        then.map(DeployedClasses::after)
            .orElseGet(() -> after(Upload.of(history.steps(), tag).applied()));
    return new EnvironmentPlan(
        view.environment().name(),
        view.environment().workerName(),
        history.form(),
        EnvironmentPlan.stages(history),
        Deployment.of(history, before, tag, facts(view)));
  }

  private static Optional<ClassHistory> then(Committed committed, EnvironmentView view) {
    return committed.before(view).map(before -> before.environment().history());
  }

  private static Optional<String> lastTag(ClassHistory then) {
    return then.form() == Form.MIGRATIONS && !then.steps().isEmpty()
        ? Optional.of(then.steps().getLast().tag())
        : Optional.empty();
  }

  private static boolean has(ClassHistory history, String tag) {
    return history.steps().stream().anyMatch(step -> step.tag().equals(tag));
  }

  private static DeployedClasses after(List<Step> steps) {
    return DeployedClasses.after(new ClassHistory(Form.MIGRATIONS, steps));
  }

  private static WorkerFacts facts(EnvironmentView view) {
    return new WorkerFacts(
        view.ownClasses().stream().map(Located::value).collect(Collectors.toSet()),
        name ->
            switch (view.lookup(name)) {
              case NotExported _, TypeOnly _ -> true;
              default -> false;
            });
  }
}
