package dev.durascope.languageserver.plan;

import dev.durascope.model.config.ClassHistory;
import dev.durascope.model.config.Lifecycle.Form;
import dev.durascope.model.config.Lifecycle.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The plan of one environment, which is a Worker of its own.
 *
 * @param environment empty for the top level
 * @param stages the classes after each migration, if all is well
 */
public record EnvironmentPlan(
    Optional<String> environment,
    Optional<String> worker,
    Form form,
    List<Stage> stages,
    Deployment next) {

  /** The classes after one migration, with their storage where its creation is written. */
  public record Stage(String tag, Map<String, Optional<Storage>> classes) {}

  public EnvironmentPlan {
    stages = List.copyOf(stages);
  }

  /** The classes after each of the steps that {@code history} has. */
  public static List<Stage> stages(ClassHistory history) {
    var stages = new ArrayList<Stage>();
    var classes = DeployedClasses.none();
    for (var step : history.steps()) {
      classes.replay(step);
      stages.add(new Stage(step.tag(), classes.copy().live()));
    }
    return stages;
  }
}
