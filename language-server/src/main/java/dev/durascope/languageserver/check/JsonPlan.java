package dev.durascope.languageserver.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.durascope.languageserver.plan.EnvironmentPlan;
import dev.durascope.languageserver.plan.Refusal;
import dev.durascope.model.config.Lifecycle.Storage;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One object a line for each environment: {@code {file, environment, worker, form, stages, next}}.
 * {@code null} stands for the top level, for a Worker without a name, and for a storage that is not
 * written.
 */
record JsonPlan(PrintStream out) implements PlanReport {

  @Override
  public void print(String config, List<EnvironmentPlan> plans) {
    plans.forEach(plan -> out.println(object(config, plan)));
  }

  private static JsonObject object(String config, EnvironmentPlan plan) {
    var object = new JsonObject();
    object.addProperty("file", config);
    plan.environment()
        .ifPresentOrElse(
            name -> object.addProperty("environment", name),
            () -> object.add("environment", JsonNull.INSTANCE));
    plan.worker()
        .ifPresentOrElse(
            name -> object.addProperty("worker", name),
            () -> object.add("worker", JsonNull.INSTANCE));
    object.addProperty("form", plan.form().name().toLowerCase(Locale.ROOT));
    var stages = new JsonArray();
    for (var stage : plan.stages()) {
      var each = new JsonObject();
      each.addProperty("tag", stage.tag());
      each.add("classes", classes(stage.classes()));
      stages.add(each);
    }
    object.add("stages", stages);
    object.add("next", next(plan));
    return object;
  }

  private static JsonObject next(EnvironmentPlan plan) {
    var next = plan.next();
    var object = new JsonObject();
    next.applied()
        .ifPresentOrElse(
            tag -> object.addProperty("applied", tag),
            () -> object.add("applied", JsonNull.INSTANCE));
    object.add("pending", strings(next.pending().stream().map(step -> step.tag()).toList()));
    object.add("changes", strings(next.changes()));
    var refusals = new JsonArray();
    for (Refusal refusal : next.refusals()) {
      var each = new JsonObject();
      each.addProperty("code", refusal.code());
      each.addProperty("class", refusal.className());
      each.addProperty("message", refusal.message());
      refusals.add(each);
    }
    object.add("refusals", refusals);
    object.add("notes", strings(next.notes()));
    object.add("classes", classes(next.after().live()));
    return object;
  }

  private static JsonArray strings(List<String> values) {
    var array = new JsonArray();
    values.forEach(array::add);
    return array;
  }

  private static JsonObject classes(Map<String, Optional<Storage>> classes) {
    var object = new JsonObject();
    classes.forEach(
        (name, storage) -> object.addProperty(name, storage.map(JsonPlan::word).orElse(null)));
    return object;
  }

  private static String word(Storage storage) {
    return switch (storage) {
      case SQLITE -> "sqlite";
      case KEY_VALUE -> "legacy-kv";
    };
  }
}
