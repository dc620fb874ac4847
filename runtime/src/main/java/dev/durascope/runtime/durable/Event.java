package dev.durascope.runtime.durable;

import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.rpc.RpcCall;
import java.util.concurrent.CompletableFuture;

/**
 * What can happen to an object. All events pass one dispatch point, {@link DurableObject#deliver};
 * gates, the debugger's hooks, timing and logs hang there.
 */
public sealed interface Event {
  /** The handler's name in the object's class. */
  String handler();

  /** Tells whoever waits for the event that it will never be handled. */
  void fail(ScriptFailure reason);

  /** The same for an event that the object was not asked to handle. */
  default void refuse(ScriptFailure reason) {
    fail(reason);
  }

  /** A request to the object's {@code fetch}. */
  record Fetch(RequestMessage request, CompletableFuture<ResponseMessage> response)
      implements Event {
    @Override
    public String handler() {
      return "fetch";
    }

    /** A request fails by the object's hand, whatever has become of it. */
    @Override
    public void fail(ScriptFailure reason) {
      response.completeExceptionally(reason.remote());
    }

    @Override
    public void refuse(ScriptFailure reason) {
      response.completeExceptionally(reason);
    }
  }

  /** A remote call of a method, or a read of a property. */
  record Call(RpcCall call) implements Event {
    @Override
    public String handler() {
      return call.name();
    }

    @Override
    public void fail(ScriptFailure reason) {
      call.fail(reason);
    }
  }

  /**
   * The object's alarm is due.
   *
   * @param scheduledTime when it was due, in milliseconds since the Unix epoch
   * @param retryCount how often it has failed before
   * @param done completes with what became of it
   */
  record Alarm(long scheduledTime, int retryCount, CompletableFuture<AlarmOutcome> done)
      implements Event {
    @Override
    public String handler() {
      return "alarm";
    }

    @Override
    public void fail(ScriptFailure reason) {
      done.complete(AlarmOutcome.FAILED);
    }
  }

  /**
   * The object's alarm has failed too often and is given up: what is stored of it is forgotten, and
   * no code of the user runs.
   *
   * @param scheduledTime when it was due
   */
  record AbandonedAlarm(long scheduledTime) implements Event {
    @Override
    public String handler() {
      return "alarm";
    }

    @Override
    public void fail(ScriptFailure reason) {
      // It stays stored, and comes again when the project starts anew.
    }
  }

  /** A message has come through a hibernatable socket. */
  record SocketMessage(HibernatableSocket socket, SocketEnd.Message message) implements Event {
    @Override
    public String handler() {
      return "webSocketMessage";
    }

    @Override
    public void fail(ScriptFailure reason) {
      // Nobody waits for it.
    }
  }

  /** The peer of a hibernatable socket has closed it. */
  record SocketClose(HibernatableSocket socket, int code, String reason, boolean wasClean)
      implements Event {
    @Override
    public String handler() {
      return "webSocketClose";
    }

    @Override
    public void fail(ScriptFailure failure) {
      // Nobody waits for it.
    }
  }

  /**
   * The peer of a hibernatable socket has broken the protocol.
   *
   * @param error what the error says that the handler gets
   */
  record SocketError(HibernatableSocket socket, String error) implements Event {
    @Override
    public String handler() {
      return "webSocketError";
    }

    @Override
    public void fail(ScriptFailure failure) {
      // Nobody waits for it.
    }
  }
}
