package dev.durascope.runtime.worker;

import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.ScriptError;
import java.nio.ByteBuffer;
import java.util.Map;

/** {@code host.assets}: the bytes of data modules. */
final class AssetsHost {
  private AssetsHost() {}

  static HostGroup group(Map<String, byte[]> assets) {
    return new HostGroup("assets")
        .function(
            "data",
            arguments -> {
              var bytes = assets.get(arguments.string(0));
              if (bytes == null) {
                throw ScriptError.error("No such module: " + arguments.string(0));
              }
              return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
            });
  }
}
