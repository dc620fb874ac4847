package dev.durascope.runtime.project;

import dev.durascope.model.config.EffectiveConfig;
import dev.durascope.runtime.binding.BindingKinds;
import dev.durascope.runtime.binding.BindingSite;
import dev.durascope.runtime.binding.UnavailableBinding;
import dev.durascope.runtime.binding.ValueBinding;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.worker.Binding;
import dev.durascope.runtime.worker.Bindings;
import dev.durascope.runtime.worker.ObjectBinding;
import java.util.ArrayList;
import java.util.Map;

/** Makes {@code env} out of the configuration. */
final class WorkerBindings {
  private WorkerBindings() {}

  /**
   * @param local values of files beside the configuration, which go before its own
   * @param given values of the command line, which go before all others
   * @param namespaces of the worker's own classes, by class name
   */
  static Bindings of(
      BindingSite site,
      Map<String, String> local,
      Map<String, String> given,
      Map<String, Namespace> namespaces) {
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
            new UnavailableBinding(
                binding.name(),
                "a Durable Object of the worker \"" + binding.scriptName().orElse("") + "\""));
      }
    }
    for (var binding : config.otherBindings()) {
      bindings.add(BindingKinds.bind(binding, site));
    }
    return new Bindings(bindings);
  }

  /** Whether the class is the worker's own, also when it names itself. */
  static boolean isOwn(EffectiveConfig config, EffectiveConfig.DurableObjectBinding binding) {
    return binding.scriptName().isEmpty() || binding.scriptName().get().equals(config.workerName());
  }
}
