package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.js.runtime.interop.ScopeVariables;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The top-level variables of one isolate's modules. The engine gives a function access to the
 * variables around it only when the function uses one; the user expects to see them everywhere. So
 * the frame of each module is kept when the module starts to run.
 *
 * <p>Used by the isolate's own thread only.
 */
final class ModuleScopes {

  private final Map<URI, Object> scopes = new ConcurrentHashMap<>();
  private @Nullable Object newest;

  void remember(URI script, Activation module) {
    RootNode root = module.root();
    var scope = ScopeVariables.create(module.frame(), true, root, null);
    scopes.put(script, scope);
    newest = scope;
  }

  /** That of the module which has started last; empty before any has. */
  Optional<Object> newest() {
    return Optional.ofNullable(newest);
  }

  /** The interop scope object of a module; empty when its start was not seen. */
  Optional<Object> of(URI script) {
    return Optional.ofNullable(scopes.get(script));
  }
}
