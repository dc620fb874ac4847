package dev.durascope.runtime.durable;

import dev.durascope.runtime.rpc.Payload;
import java.util.Optional;

/**
 * A class that objects are made of, with what each of them is to find as {@code ctx.props}.
 *
 * @param worker the name of the worker that exports it
 * @param name the exported name
 */
public record ObjectClass(String worker, String name, Optional<Payload> props) {
  /** A class without props. */
  public ObjectClass(String worker, String name) {
    this(worker, name, Optional.empty());
  }
}
