package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSAgent;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.Symbol;
import java.util.Optional;

/**
 * Which call from another isolate the running code belongs to. The engine carries it through
 * promises and awaits, as it does {@code AsyncLocalStorage}, since it is kept in the same place.
 *
 * <p>On an isolate's thread, with its context entered.
 */
final class CallContext {

  private static final Symbol KEY =
      Symbol.create(
          TruffleString.fromJavaStringUncached("durascope.call", TruffleString.Encoding.UTF_16));

  private CallContext() {}

  private static JSAgent agent() {
    return JSRealm.get(null).getAgent();
  }

  /** The call that the running code handles. */
  static Optional<RemoteCall> current() {
    return agent().getAsyncContextMapping().getOrDefault(KEY, null) instanceof RemoteCall call
        ? Optional.of(call)
        : Optional.empty();
  }

  /** Runs a task, and all that it begins, as the handling of a call. */
  static void within(RemoteCall call, Runnable task) {
    var agent = agent();
    var before = agent.asyncContextSwap(agent.getAsyncContextMapping().withMapping(KEY, call));
    try {
      task.run();
    } finally {
      agent.asyncContextSwap(before);
    }
  }
}
