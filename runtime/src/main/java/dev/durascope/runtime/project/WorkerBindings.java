package dev.durascope.runtime.project;

import dev.durascope.model.config.EffectiveConfig;
import dev.durascope.runtime.binding.BindingKinds;
import dev.durascope.runtime.binding.BindingSite;
import dev.durascope.runtime.binding.ValueBinding;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.worker.Binding;
import dev.durascope.runtime.worker.Bindings;
import dev.durascope.runtime.worker.ForeignObjectBinding;
import dev.durascope.runtime.worker.ObjectBinding;
import dev.durascope.runtime.worker.Workers;
import java.util.ArrayList;
import java.util.Map;

/** Makes {@code env} out of the configuration. */
final class WorkerBindings {
  private WorkerBindings() {}

  /**
   * @param local values of files beside the configuration, which go before its own
   * @param given values of the command line, which go before all others
   * @param namespaces of the worker's own classes, by class name
   * @param workers all that run in the process
   */
  static Bindings of(
      BindingSite site,
      Map<String, String> local,
      Map<String, String> given,
      Map<String, Namespace> namespaces,
      Workers workers) {
    var config = site.config();
    var bindings = new ArrayList<Binding>();
    config.vars().forEach((name, value) -> bindings.add(ValueBinding.variable(name, value)));
    local.forEach((name, value) -> bindings.add(ValueBinding.secret(name, value)));
    given.forEach((name, value) -> bindings.add(ValueBinding.variable(name, value)));
    for (var binding : config.durableObjects()) {
      var namespace = namespaces.get(binding.className());
      if (isOwn(config, binding) && namespace != null) {
        bindings.add(new ObjectBinding(binding.name(), namespace));
      } else {
        bindings.add(
            new ForeignObjectBinding(
                binding.name(),
                binding.className(),
                binding.scriptName().orElse(config.workerName()),
                workers));
      }
    }
    for (var binding : config.otherBindings()) {
      bindings.add(
          binding.kind().equals(ServiceBindings.KEY)
              ? ServiceBindings.bind(binding, workers)
              : BindingKinds.bind(binding, site));
    }
    return new Bindings(bindings, config.containers());
  }

  /** Whether the class is the worker's own, also when it names itself. */
  static boolean isOwn(EffectiveConfig config, EffectiveConfig.DurableObjectBinding binding) {
    return binding.scriptName().isEmpty() || binding.scriptName().get().equals(config.workerName());
  }
}
