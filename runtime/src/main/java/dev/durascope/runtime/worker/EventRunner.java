package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.Event;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.message.SocketEnd;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * Brings each kind of event to its handler, and the outcome to whoever waits. On the isolate's
 * thread only.
 */
final class EventRunner {
  private final ScriptIncarnation incarnation;

  EventRunner(ScriptIncarnation incarnation) {
    this.incarnation = incarnation;
  }

  void run(Event event) {
    try {
      switch (event) {
        case Event.Fetch fetch -> fetch(fetch);
        case Event.Call call -> call(call);
        case Event.Alarm alarm -> alarm(alarm);
        case Event.SocketMessage message -> socketMessage(message);
        case Event.SocketClose close -> socketClose(close);
      }
    } catch (PolyglotException e) {
      if (e.isCancelled() || e.isExit()) {
        throw e;
      }
      fail(event, incarnation.worker().calls().failureOf(e));
    }
  }

  private void fail(Event event, ScriptFailure failure) {
    settle(event, () -> event.fail(failure));
  }

  /**
   * The handler is done: whoever waits hears of it when the gate opens. Until then the event counts
   * as in progress, so that it fails if the object is lost with its writes.
   */
  private void settle(Event event, Runnable tell) {
    incarnation
        .outputGate()
        .send(
            () -> {
              incarnation.finished(event);
              tell.run();
            });
  }

  private void fetch(Event.Fetch event) {
    if (!hasHandler("fetch")) {
      fail(event, ScriptFailure.error("Handler does not export a fetch() function."));
      return;
    }
    invoke(
        event,
        result -> {
          var response = incarnation.worker().bridge().responseMessage(result);
          settle(event, () -> event.response().complete(response));
        },
        incarnation.worker().bridge().request(event.request()));
  }

  private void call(Event.Call event) {
    incarnation
        .worker()
        .rpc()
        .perform(
            Access.OBJECT,
            incarnation.instance(),
            event.call(),
            result -> settle(event, () -> event.call().result().complete(result)),
            failure -> fail(event, failure.from(incarnation.object().id().hex())));
  }

  private void alarm(Event.Alarm event) {
    if (!hasHandler("alarm")) {
      fail(event, ScriptFailure.typeError("Handler does not export an alarm() function."));
      return;
    }
    incarnation.alarm().beginHandling();
    var info =
        incarnation
            .worker()
            .isolate()
            .prelude("eventvalues")
            .invokeMember(
                "alarmInfo", event.retryCount() > 0, event.retryCount(), event.scheduledTime());
    incarnation
        .worker()
        .calls()
        .invoke(
            incarnation.instance(),
            "alarm",
            result -> {
              incarnation.alarm().succeeded();
              settle(event, () -> event.done().complete(null));
            },
            failure -> {
              incarnation.uncaught("alarm", failure);
              if (incarnation.alarm().failed()) {
                fail(event, failure);
              } else {
                settle(event, () -> event.done().complete(null));
              }
            },
            info);
  }

  private void socketMessage(Event.SocketMessage event) {
    if (!hasHandler("webSocketMessage")) {
      incarnation.finished(event);
      incarnation.uncaught(
          "webSocketMessage",
          ScriptFailure.error(
              "A message has come through a hibernatable WebSocket, but the class has no"
                  + " webSocketMessage() handler."));
      return;
    }
    Object data =
        switch (event.message()) {
          case SocketEnd.Message.Text text -> text.text();
          case SocketEnd.Message.Binary binary ->
              incarnation
                  .worker()
                  .isolate()
                  .prelude("eventvalues")
                  .invokeMember("arrayBuffer", ByteBuffer.wrap(binary.bytes()));
        };
    limitTime(event);
    invoke(
        event,
        result -> incarnation.finished(event),
        incarnation.state().wrapper(event.socket()),
        data);
  }

  /** As {@code setHibernatableWebSocketEventTimeout()} asks. */
  private void limitTime(Event event) {
    var limit = incarnation.socketEventTimeout();
    if (limit <= 0) {
      return;
    }
    var isolate = incarnation.worker().isolate();
    var _ =
        incarnation
            .clock()
            .schedule(
                incarnation.clock().millis() + limit,
                () -> isolate.post(() -> giveUp(event, limit)));
  }

  private void giveUp(Event event, long limit) {
    if (incarnation.finished(event)) {
      incarnation.uncaught(
          event.handler(), ScriptFailure.error("The handler was given up after " + limit + " ms."));
    }
  }

  private void socketClose(Event.SocketClose event) {
    var wrapper = incarnation.state().wrapper(event.socket());
    incarnation.worker().bridge().peerClosed(wrapper);
    if (!hasHandler("webSocketClose")) {
      forget(event);
      return;
    }
    invoke(event, result -> forget(event), wrapper, event.code(), event.reason(), event.wasClean());
  }

  private void forget(Event.SocketClose event) {
    incarnation.finished(event);
    incarnation.state().forget(event.socket());
    incarnation.object().changed();
  }

  private boolean hasHandler(String name) {
    return incarnation.worker().calls().hasMethod(incarnation.instance(), name);
  }

  private void invoke(Event event, Consumer<Value> ok, Object... arguments) {
    incarnation
        .worker()
        .calls()
        .invoke(
            incarnation.instance(),
            event.handler(),
            result -> guarded(event, () -> ok.accept(result)),
            failure -> {
              incarnation.uncaught(event.handler(), failure);
              fail(event, failure);
            },
            arguments);
  }

  /** What turns a result into a message may itself fail, as when it is no Response. */
  private void guarded(Event event, Runnable action) {
    try {
      action.run();
    } catch (PolyglotException e) {
      if (e.isCancelled() || e.isExit()) {
        throw e;
      }
      var failure = incarnation.worker().calls().failureOf(e);
      incarnation.uncaught(event.handler(), failure);
      fail(event, failure);
    }
  }
}
