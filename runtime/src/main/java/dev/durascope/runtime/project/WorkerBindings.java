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
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes {@code env} out of the configuration. */
final class WorkerBindings {
  private WorkerBindings() {}

  /**
   * @param vars that go before those of the configuration
   * @param namespaces of the worker's own classes, by class name
   */
  static Bindings of(
      BindingSite site, Map<String, String> vars, Map<String, Namespace> namespaces) {
    var config = site.config();
    var bindings = new ArrayList<Binding>();
    Map<String, @Nullable Object> values = new LinkedHashMap<>(config.vars());
    values.putAll(vars);
    values.forEach((name, value) -> bindings.add(ValueBinding.variable(name, value)));
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
