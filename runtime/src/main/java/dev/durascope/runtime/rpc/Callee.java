package dev.durascope.runtime.rpc;

/**
 * What can be called from other isolates: a Durable Object, a worker's entrypoint, a function or an
 * {@code RpcTarget} behind a stub, or the result of a call that has not come yet.
 */
@FunctionalInterface
public interface Callee {
  /**
   * Delivers a call, and does not wait. Calls by one caller arrive in the order of their making.
   */
  void call(RpcCall call);
}
