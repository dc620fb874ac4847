package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObjectId;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.ScriptError;
import dev.durascope.runtime.text.Utf8;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code host.objects}: the ids of a namespace, and its objects to call. JavaScript holds a
 * namespace as a handle that it got with the binding.
 */
final class ObjectsHost {
  /** An object does not learn a longer name, in production as in workerd. */
  private static final int MAX_NAME_BYTES = 1_024;

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
                    new DurableObjectId(
                        arguments.string(1), nameToTell(arguments.optionalString(2)))));
  }

  private static @Nullable String nameToTell(@Nullable String name) {
    return name == null || isTooLong(name) ? null : name;
  }

  private static boolean isTooLong(String name) {
    return name.length() > MAX_NAME_BYTES / Utf8.MAX_BYTES_PER_UNIT
        && Utf8.encode(name).length > MAX_NAME_BYTES;
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
