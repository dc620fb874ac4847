package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.ObjectClass;
import dev.durascope.runtime.rpc.Payload;
import dev.durascope.runtime.script.HostGroup;
import java.util.Optional;

/** {@code host.exports}: a worker's way to its own entrypoints and objects, {@code ctx.exports}. */
final class ExportsHost {
  private ExportsHost() {}

  static HostGroup group(WorkerIsolate isolate, Services services) {
    return new HostGroup("exports")
        .function("isOn", arguments -> isolate.compatibility().flags().isOn("enable_ctx_exports"))
        .function(
            "service",
            arguments -> {
              var name = arguments.string(0);
              return new EntrypointService(
                  services.workers(),
                  services.worker(),
                  new Entrypoint(
                      name.equals("default") ? Optional.empty() : Optional.of(name),
                      props(isolate, arguments)));
            })
        .function(
            "objectClass",
            arguments ->
                new ObjectClass(services.worker(), arguments.string(0), props(isolate, arguments)))
        .function(
            "namespace",
            arguments ->
                services.workers().namespace(services.worker(), arguments.string(0)).orElse(null));
  }

  private static Optional<Payload> props(WorkerIsolate isolate, HostGroup.Arguments arguments) {
    return arguments.isNull(1)
        ? Optional.empty()
        : Optional.of(isolate.rpc().codec().encode(arguments.value(1), true).payload());
  }
}
