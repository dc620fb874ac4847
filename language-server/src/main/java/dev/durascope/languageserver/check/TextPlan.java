package dev.durascope.languageserver.check;

import dev.durascope.languageserver.plan.Changes;
import dev.durascope.languageserver.plan.Deployment;
import dev.durascope.languageserver.plan.EnvironmentPlan;
import dev.durascope.model.config.ClassHistory.Step;
import dev.durascope.model.config.Lifecycle.Form;
import dev.durascope.model.config.Lifecycle.Storage;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** For people: a paragraph an environment. */
record TextPlan(PrintStream out) implements PlanReport {

  @Override
  public void print(String config, List<EnvironmentPlan> plans) {
    for (var plan : plans) {
      out.println(heading(config, plan));
      if (plan.form() == Form.MIGRATIONS) {
        int width = plan.stages().stream().mapToInt(stage -> stage.tag().length()).max().orElse(0);
        for (var stage : plan.stages()) {
          out.printf(
              "  after %-" + Math.max(1, width) + "s  %s%n", stage.tag(), classes(stage.classes()));
        }
      }
      next(plan.next());
      out.println();
    }
  }

  private static String heading(String config, EnvironmentPlan plan) {
    return config
        + plan.environment().map(name -> ", env." + name).orElse("")
        + plan.worker().map(name -> ": the Worker \"" + name + "\"").orElse("");
  }

  private static String classes(Map<String, Optional<Storage>> classes) {
    return classes.isEmpty()
        ? "no classes"
        : classes.entrySet().stream()
            .map(each -> each.getKey() + each.getValue().map(TextPlan::storage).orElse(""))
            .collect(Collectors.joining(", "));
  }

  private static String storage(Storage storage) {
    return storage == Storage.KEY_VALUE ? " (" + Changes.words(storage) + ")" : "";
  }

  private void next(Deployment next) {
    var sent = sent(next);
    var refused =
        next.refusals().isEmpty() ? "" : sent.isEmpty() ? " is refused" : ", and is refused";
    out.println("  the next deployment" + sent + refused);
    next.changes().forEach(change -> out.println("    " + change));
    if (next.changes().isEmpty() && next.refusals().isEmpty()) {
      out.println("    changes no class");
    }
    for (var refusal : next.refusals()) {
      out.printf("    refused (%d): %s%n", refusal.code(), refusal.message());
    }
    next.notes().forEach(note -> out.println("    note: " + note));
    if (next.refusals().isEmpty() && !next.changes().isEmpty()) {
      out.println("    then there are: " + classes(next.after().live()));
    }
  }

  private static String sent(Deployment next) {
    if (next.pending().isEmpty()) {
      return "";
    }
    var tags = next.pending().stream().map(Step::tag).collect(Collectors.joining(", "));
    return " applies "
        + tags
        + next.applied()
            .map(tag -> " on top of " + tag)
            .orElse(" to a Worker that has no migrations yet");
  }
}
