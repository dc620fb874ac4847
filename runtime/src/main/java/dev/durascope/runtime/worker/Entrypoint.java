package dev.durascope.runtime.worker;

import dev.durascope.runtime.rpc.Payload;
import java.util.Optional;

/**
 * Where requests and calls enter a worker.
 *
 * @param name the export; empty for the default one
 * @param props what {@code ctx.props} is there; empty for an empty object
 */
public record Entrypoint(Optional<String> name, Optional<Payload> props) {
  /** The default export, without props. */
  public static final Entrypoint DEFAULT = new Entrypoint(Optional.empty(), Optional.empty());
}
