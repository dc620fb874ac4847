package dev.durascope.runtime.project;

import dev.durascope.model.config.EffectiveConfig.DurableObjectBinding;
import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import java.util.ArrayList;
import java.util.List;

/**
 * What one worker's bindings refer to in others: makes the namespaces there, and says what is
 * missing. Such a binding is a warning at the start and an error when it is used, since the other
 * worker may not matter today.
 */
record Links(Project project, RunningWorkers workers) {
  /** What is missing, in words for the user. */
  List<String> check() {
    var problems = new ArrayList<String>();
    for (var binding : project.config().durableObjects()) {
      if (!WorkerBindings.isOwn(project.config(), binding)) {
        check(binding, problems);
      }
    }
    for (var binding : project.config().otherBindings()) {
      if (binding.kind().equals(ServiceBindings.KEY)) {
        check(binding, problems);
      }
    }
    return problems;
  }

  private void check(DurableObjectBinding binding, List<String> problems) {
    var script = binding.scriptName().orElse("");
    var target = workers.find(script);
    if (target.isEmpty()) {
      problems.add(start(binding.name(), script) + ", which does not run here. " + remedy(script));
    } else if (!target.get().declareExported(binding.className())) {
      problems.add(
          start(binding.name(), script)
              + " with a Durable Object entrypoint \""
              + binding.className()
              + "\", but \""
              + script
              + "\" has no such exported entrypoint class.");
    }
  }

  private void check(OtherBinding binding, List<String> problems) {
    var service = binding.string("service").orElse("");
    var target = workers.find(service);
    var entrypoint = binding.string("entrypoint").filter(name -> !name.equals("default"));
    if (target.isEmpty()) {
      problems.add(
          start(binding.name(), service) + ", which does not run here. " + remedy(service));
    } else if (entrypoint.isPresent()
        && !target.get().bundle().exports().contains(entrypoint.get())) {
      problems.add(
          start(binding.name(), service)
              + " with a named entrypoint \""
              + entrypoint.get()
              + "\", but \""
              + service
              + "\" has no such named entrypoint.");
    }
  }

  private String start(String binding, String service) {
    return "Worker \""
        + project.name()
        + "\"'s binding \""
        + binding
        + "\" refers to service \""
        + service
        + "\"";
  }

  private static String remedy(String service) {
    return "Run it too: durascope dev -c <this configuration> -c <that of " + service + ">.";
  }
}
