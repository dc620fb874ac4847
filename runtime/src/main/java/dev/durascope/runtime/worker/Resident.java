package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.IoContext;

/**
 * Whoever a turn in a worker's isolate belongs to: the worker's handlers, or one of the objects
 * that live there. On the isolate's thread only.
 */
interface Resident {
  /** What the user knows it by. */
  String title();

  /** What it has to do with the world outside. */
  IoContext io();

  /** The receiving side of remote calls, and what others hold stubs of. */
  RpcServer rpc();

  /** The remote calls that it has made and that are not answered. */
  PendingCalls pendingCalls();
}
