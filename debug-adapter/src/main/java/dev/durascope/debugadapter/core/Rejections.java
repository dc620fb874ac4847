package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.object.HiddenKey;
import com.oracle.truffle.js.nodes.function.FunctionRootNode;
import com.oracle.truffle.js.nodes.promise.AsyncHandlerRootNode;
import com.oracle.truffle.js.nodes.promise.PromiseReactionJobNode;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSPromise;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;
import com.oracle.truffle.js.runtime.objects.PromiseReactionRecord;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a promise that is going to be rejected, by the reactions that it has now: a
 * handler of the program ends the matter, an {@code await} throws in a function that may have a
 * {@code try} around it or rejects its own promise, and all others hand the rejection on.
 *
 * <p>One branch in which it is handled is enough: the runtime looks on at promises of the program,
 * too.
 */
final class Rejections {

  /** By which the engine's job that runs a callback knows what it is for. */
  private static final HiddenKey REACTION = reactionKey();

  private final Scripts scripts;
  private final Awaits awaits;
  private final Set<JSDynamicObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Rejections(Scripts scripts, Awaits awaits) {
    this.scripts = scripts;
    this.awaits = awaits;
  }

  static boolean areHandled(@Nullable JSDynamicObject promise, Scripts scripts, Awaits awaits) {
    return new Rejections(scripts, awaits).isHandled(promise);
  }

  /** The promise of a {@code then()} whose callback runs in a frame of the engine's. */
  static @Nullable JSDynamicObject derived(Frame job) {
    if (!(JSArguments.getFunctionObject(job.getArguments()) instanceof JSFunctionObject function)) {
      return null;
    }
    return JSObjectUtil.getHiddenProperty(function, REACTION)
            instanceof PromiseReactionRecord reaction
        ? derived(reaction)
        : null;
  }

  private static @Nullable JSDynamicObject derived(PromiseReactionRecord reaction) {
    return reaction.getCapability() == null ? null : reaction.getCapability().getPromise();
  }

  private boolean isHandled(@Nullable JSDynamicObject object) {
    if (!(object instanceof JSPromiseObject promise) || !seen.add(promise)) {
      return false;
    }
    var reactions = promise.getPromiseRejectReactions();
    for (int i = 0; reactions != null && i < reactions.size(); i++) {
      if (isHandledBy(reactions.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isHandledBy(PromiseReactionRecord reaction) {
    if (reaction.getHandler() == null
        || !(reaction.getHandler().callback() instanceof JSFunctionObject handler)) {
      return isHandled(derived(reaction));
    }
    var target = (RootCallTarget) JSFunction.getFunctionData(handler).getCallTarget();
    var root = target.getRootNode();
    if (root instanceof AsyncHandlerRootNode engine) {
      var next = engine.getAsyncStackTraceInfo(handler);
      var waiting = next.stackTraceElement;
      return (waiting != null
              && waiting.getFrame() != null
              && awaits.isGuarded(waiting.getTarget().getRootNode(), waiting.getFrame()))
          || isHandled(next.promise);
    }
    var section = root.getSourceSection();
    return root instanceof FunctionRootNode
        ? (section != null && scripts.isProject(section.getSource()))
            || isHandled(derived(reaction))
        : !isFinally(handler) || isHandled(derived(reaction));
  }

  /** The engine's other handlers are those of allSettled() and any(), which keep a rejection. */
  private static boolean isFinally(JSFunctionObject handler) {
    return JSObjectUtil.hasHiddenProperty(handler, JSPromise.PROMISE_ON_FINALLY);
  }

  private static HiddenKey reactionKey() {
    try {
      return (HiddenKey) EngineFields.of(PromiseReactionJobNode.class, "REACTION_KEY").get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
