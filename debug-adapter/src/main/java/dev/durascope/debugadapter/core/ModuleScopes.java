package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.js.runtime.interop.ScopeVariables;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The top-level variables of one isolate's modules. The engine gives a function access to the
 * variables around it only when the function uses one; the user expects to see them everywhere. So
 * the frame of each module is kept when the module starts to run.
 *
 * <p>Used by the isolate's own thread only.
 */
final class ModuleScopes {

  private final Map<URI, Object> scopes = new ConcurrentHashMap<>();

  void remember(URI script, Activation module) {
    RootNode root = module.root();
    scopes.put(script, ScopeVariables.create(module.frame(), true, root, null));
  }

  /** The interop scope object of a module; empty when its start was not seen. */
  Optional<Object> of(URI script) {
    return Optional.ofNullable(scopes.get(script));
  }
}
