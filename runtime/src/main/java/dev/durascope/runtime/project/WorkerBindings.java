package dev.durascope.runtime.project;

import com.google.gson.GsonBuilder;
import dev.durascope.model.config.EffectiveConfig;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.worker.Bindings;
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
      EffectiveConfig config, Map<String, String> vars, Map<String, Namespace> namespaces) {
    var objects = new ArrayList<Bindings.ObjectBinding>();
    var unsupported = new ArrayList<Bindings.Unsupported>();
    for (var binding : config.durableObjects()) {
      var namespace = namespaces.get(binding.className());
      if (isOwn(config, binding) && namespace != null) {
        objects.add(new Bindings.ObjectBinding(binding.name(), namespace));
      } else {
        unsupported.add(
            new Bindings.Unsupported(
                binding.name(),
                "a Durable Object of the worker \"" + binding.scriptName().orElse("") + "\""));
      }
    }
    for (var binding : config.unsupportedBindings()) {
      unsupported.add(new Bindings.Unsupported(binding.name(), binding.kind()));
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>(config.vars());
    values.putAll(vars);
    var json = new GsonBuilder().serializeNulls().create().toJson(values);
    return new Bindings(json, objects, unsupported);
  }

  /** Whether the class is the worker's own, also when it names itself. */
  static boolean isOwn(EffectiveConfig config, EffectiveConfig.DurableObjectBinding binding) {
    return binding.scriptName().isEmpty() || binding.scriptName().get().equals(config.workerName());
  }
}
