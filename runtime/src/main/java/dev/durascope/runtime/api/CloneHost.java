package dev.durascope.runtime.api;

import dev.durascope.runtime.script.HostGroup;
import java.util.function.UnaryOperator;
import org.graalvm.polyglot.Value;

/**
 * {@code host.clone}: what {@code structuredClone} copies with. A group of its own, because the
 * copier belongs to the wire format and not to the web platform.
 */
public final class CloneHost {
  private CloneHost() {}

  /** The group; {@code copy} runs on the isolate's thread, and fails with a DataCloneError. */
  public static HostGroup group(UnaryOperator<Value> copy) {
    return new HostGroup("clone").function("copy", arguments -> copy.apply(arguments.value(0)));
  }
}
