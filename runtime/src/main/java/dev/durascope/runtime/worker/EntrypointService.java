package dev.durascope.runtime.worker;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.rpc.RpcCall;
import dev.durascope.runtime.rpc.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A worker's entrypoint as those see it who are bound to it. The worker is looked up for each
 * event, so it may come, go and be exchanged; while it is not there, requests get a 503, and calls
 * fail.
 */
record EntrypointService(Workers workers, String worker, Entrypoint entrypoint) implements Service {
  private static final int UNAVAILABLE = 503;

  @Override
  public void call(RpcCall call) {
    workers
        .worker(worker)
        .ifPresentOrElse(
            found -> found.call(entrypoint, call),
            () -> call.fail(ScriptFailure.error(Workers.notFound(worker))));
  }

  @Override
  public CompletableFuture<ResponseMessage> fetch(RequestMessage request) {
    return workers
        .worker(worker)
        .map(found -> found.fetch(entrypoint, request))
        .orElseGet(() -> CompletableFuture.completedFuture(notFound(worker)));
  }

  /** The answer of a worker that does not run. */
  static ResponseMessage notFound(String worker) {
    var text = Workers.notFound(worker).getBytes(StandardCharsets.UTF_8);
    return new ResponseMessage(
        UNAVAILABLE, "Service Unavailable", List.of(), new Body.Bytes(text), "", Optional.empty());
  }
}
