package dev.durascope.runtime.project;

import com.google.gson.Gson;
import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import dev.durascope.runtime.binding.UnavailableBinding;
import dev.durascope.runtime.rpc.Payload;
import dev.durascope.runtime.wire.WireJson;
import dev.durascope.runtime.worker.Binding;
import dev.durascope.runtime.worker.Entrypoint;
import dev.durascope.runtime.worker.ServiceBinding;
import dev.durascope.runtime.worker.Workers;
import java.util.Optional;

/** Makes service bindings of the configuration's {@code services}. */
final class ServiceBindings {
  /** The configuration's key. */
  static final String KEY = "services";

  private ServiceBindings() {}

  static Binding bind(OtherBinding declared, Workers workers) {
    var service = declared.string("service");
    if (service.isEmpty()) {
      return new UnavailableBinding(declared.name(), "a service without a \"service\" field");
    }
    var entrypoint = declared.string("entrypoint").filter(name -> !name.equals("default"));
    var props = declared.settings().get("props");
    return new ServiceBinding(
        declared.name(),
        service.get(),
        new Entrypoint(
            entrypoint,
            Optional.ofNullable(props)
                .map(value -> WireJson.read(new Gson().toJsonTree(value)).toBytes())
                .map(Payload::of)),
        workers);
  }
}
