package dev.durascope.languageserver.check;

import dev.durascope.languageserver.plan.EnvironmentPlan;
import java.util.List;

/** A form in which plans are printed. */
sealed interface PlanReport permits TextPlan, JsonPlan {

  /** The plans of one configuration, which output calls {@code config}. */
  void print(String config, List<EnvironmentPlan> plans);
}
