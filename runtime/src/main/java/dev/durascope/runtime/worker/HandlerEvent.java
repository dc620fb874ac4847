package dev.durascope.runtime.worker;

import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.rpc.RpcCall;
import java.util.concurrent.CompletableFuture;

/** What can happen to a worker's stateless entrypoints. Compared by what waits for it. */
sealed interface HandlerEvent {
  /** Where it enters. */
  Entrypoint entrypoint();

  /** The handler's name. */
  String handler();

  /** Tells whoever waits that it has failed. */
  void fail(ScriptFailure reason);

  /** A request. */
  record Fetch(
      Entrypoint entrypoint, RequestMessage request, CompletableFuture<ResponseMessage> response)
      implements HandlerEvent {
    @Override
    public String handler() {
      return "fetch";
    }

    @Override
    public void fail(ScriptFailure reason) {
      response.completeExceptionally(reason);
    }
  }

  /**
   * A moment that a schedule names.
   *
   * @param time in milliseconds since 1970
   * @param noRetry whether the handler has asked for no retry
   */
  record Scheduled(String cron, long time, CompletableFuture<Boolean> noRetry)
      implements HandlerEvent {
    @Override
    public Entrypoint entrypoint() {
      return Entrypoint.DEFAULT;
    }

    @Override
    public String handler() {
      return "scheduled";
    }

    @Override
    public void fail(ScriptFailure reason) {
      noRetry.completeExceptionally(reason);
    }
  }

  /**
   * A mail.
   *
   * @param from the envelope's sender
   * @param to the envelope's recipient
   * @param request has the message for its body
   * @param outcome what the handler has done, as JSON
   */
  record Email(String from, String to, RequestMessage request, CompletableFuture<String> outcome)
      implements HandlerEvent {
    @Override
    public Entrypoint entrypoint() {
      return Entrypoint.DEFAULT;
    }

    @Override
    public String handler() {
      return "email";
    }

    @Override
    public void fail(ScriptFailure reason) {
      outcome.completeExceptionally(reason);
    }
  }

  /** Messages of a queue. */
  record Queue(QueueBatch batch, CompletableFuture<QueueOutcome> outcome) implements HandlerEvent {
    @Override
    public Entrypoint entrypoint() {
      return Entrypoint.DEFAULT;
    }

    @Override
    public String handler() {
      return "queue";
    }

    @Override
    public void fail(ScriptFailure reason) {
      outcome.completeExceptionally(reason);
    }
  }

  /** A remote call. */
  record Call(Entrypoint entrypoint, RpcCall call) implements HandlerEvent {
    @Override
    public String handler() {
      return call.name();
    }

    @Override
    public void fail(ScriptFailure reason) {
      call.fail(reason);
    }
  }
}
