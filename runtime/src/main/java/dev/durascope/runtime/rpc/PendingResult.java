package dev.durascope.runtime.rpc;

import dev.durascope.runtime.message.ScriptFailure;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The result of a call that may not have come yet, as something to call: promise pipelining.
 *
 * <p>Calls wait here for the result and then go straight to where it was made, without coming by
 * the caller's isolate first.
 */
public final class PendingResult implements Callee {
  private final Queue<RpcCall> waiting = new ArrayDeque<>();
  private @Nullable Callee target;
  private boolean settling;

  private PendingResult() {}

  /** The result that {@code result} will complete with. */
  public static PendingResult of(CompletableFuture<RpcResult> result) {
    var pending = new PendingResult();
    var _ =
        result.whenComplete(
            (value, failure) ->
                pending.settle(
                    failure != null
                        ? call -> call.fail(ScriptFailure.of(failure))
                        : value.pipeline() != null ? value.pipeline() : PendingResult::refuse));
    return pending;
  }

  /** What can be called has no members; what is no function cannot be called. */
  private static void refuse(RpcCall call) {
    call.fail(
        ScriptFailure.typeError(
            call.path().isEmpty()
                ? "\"(this)\" is not a function."
                : "The RPC receiver does not implement the method \""
                    + call.path().get(0)
                    + "\"."));
  }

  @Override
  public void call(RpcCall call) {
    Callee settled;
    synchronized (this) {
      settled = settling ? null : target;
      if (settled == null) {
        waiting.add(call);
      }
    }
    if (settled != null) {
      settled.call(call);
    }
  }

  /** Calls that come while the waiting ones leave wait behind them. */
  private void settle(Callee callee) {
    synchronized (this) {
      target = callee;
      settling = true;
    }
    while (true) {
      RpcCall next;
      synchronized (this) {
        next = waiting.poll();
        if (next == null) {
          settling = false;
          return;
        }
      }
      callee.call(next);
    }
  }
}
