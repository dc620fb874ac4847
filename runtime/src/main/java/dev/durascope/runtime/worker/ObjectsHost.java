package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObjectId;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.ScriptError;
import java.util.function.Supplier;

/**
 * {@code host.objects}: the ids of a namespace, and its objects to call. JavaScript holds a
 * namespace as a handle that it got with the binding.
 */
final class ObjectsHost {
  private ObjectsHost() {}

  static HostGroup group() {
    return new HostGroup("objects")
        .function(
            "idFromName",
            arguments -> namespace(arguments).ids().fromName(arguments.string(1)).hex())
        .function("newUniqueId", arguments -> namespace(arguments).ids().unique().hex())
        .function(
            "idFromString",
            arguments ->
                checked(() -> namespace(arguments).ids().fromString(arguments.string(1))).hex())
        .function(
            "service",
            arguments ->
                new ObjectService(
                    namespace(arguments),
                    new DurableObjectId(arguments.string(1), arguments.optionalString(2))));
  }

  private static Namespace namespace(HostGroup.Arguments arguments) {
    return arguments.handle(0, Namespace.class);
  }

  private static DurableObjectId checked(Supplier<DurableObjectId> id) {
    try {
      return id.get();
    } catch (IllegalArgumentException e) {
      throw ScriptError.typeError(String.valueOf(e.getMessage()));
    }
  }
}
