package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.AlarmOutcome;
import dev.durascope.runtime.durable.Event;
import dev.durascope.runtime.durable.HibernatableSocket;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.script.Isolate;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * Brings each kind of event to its handler, and the outcome to whoever waits. On the isolate's
 * thread only.
 */
final class EventRunner {
  /**
   * How long the handler of an alarm may take, in milliseconds.
   * https://developers.cloudflare.com/durable-objects/platform/limits/
   */
  static final long ALARM_MILLIS = 15 * 60 * 1_000;

  private final ScriptIncarnation incarnation;

  EventRunner(ScriptIncarnation incarnation) {
    this.incarnation = incarnation;
  }

  void run(Event event) {
    var hook = incarnation.hooks().moments();
    if (hook == null) {
      handle(event);
      return;
    }
    var isolate = incarnation.worker().isolate();
    hook.entering(isolate, Moment.of(event, incarnation.object()));
    try {
      handle(event);
    } finally {
      hook.left(isolate);
    }
  }

  private void handle(Event event) {
    try {
      switch (event) {
        case Event.Fetch fetch ->
            fetch
                .request()
                .mark()
                .ifPresentOrElse(mark -> mark.handle(() -> fetch(fetch)), () -> fetch(fetch));
        case Event.Call call -> call(call);
        case Event.Alarm alarm -> alarm(alarm);
        case Event.AbandonedAlarm abandoned -> abandonedAlarm(abandoned);
        case Event.SocketMessage message -> socketMessage(message);
        case Event.SocketClose close -> socketClose(close);
        case Event.SocketError error -> socketError(error);
      }
    } catch (PolyglotException e) {
      if (Isolate.isEnding(e)) {
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
        .rpc()
        .perform(
            Access.OBJECT,
            incarnation.instance(),
            event.call(),
            result -> settle(event, () -> event.call().result().complete(result)),
            failure -> fail(event, failure.from(incarnation.object().id().hex())));
  }

  private void alarm(Event.Alarm event) {
    var memory = incarnation.alarm();
    if (!memory.beginHandling(event.scheduledTime(), incarnation.clock().millis())) {
      settle(event, () -> event.done().complete(AlarmOutcome.OVER));
      return;
    }
    if (!hasHandler("alarm")) {
      incarnation.warn(
          "Attempted to run a scheduled alarm without a handler, did you remember to export an"
              + " alarm() function?");
      memory.succeeded();
      settle(event, () -> event.done().complete(AlarmOutcome.OVER));
      return;
    }
    limitAlarm(event);
    incarnation
        .worker()
        .calls()
        .invoke(
            incarnation.instance(),
            "alarm",
            result -> {
              memory.succeeded();
              settle(event, () -> event.done().complete(AlarmOutcome.OVER));
            },
            failure -> {
              incarnation.uncaught("alarm", failure);
              var outcome = memory.failed() ? AlarmOutcome.FAILED : AlarmOutcome.OVER;
              settle(event, () -> event.done().complete(outcome));
            },
            alarmInfo(event));
  }

  private Value alarmInfo(Event.Alarm event) {
    return incarnation
        .worker()
        .isolate()
        .prelude("eventvalues")
        .invokeMember("alarmInfo", event.scheduledTime(), event.retryCount());
  }

  private void limitAlarm(Event.Alarm event) {
    var timer =
        incarnation
            .clock()
            .schedule(
                incarnation.clock().millis() + ALARM_MILLIS,
                () -> incarnation.post(() -> alarmTookTooLong(event)));
    var _ = event.done().thenRun(timer::cancel);
  }

  private void alarmTookTooLong(Event.Alarm event) {
    if (!event.done().isDone()) {
      var failure = ScriptFailure.error("Alarm exceeded its allowed execution time").overloaded();
      incarnation.uncaught("alarm", failure);
      incarnation.reset(failure);
    }
  }

  private void abandonedAlarm(Event.AbandonedAlarm event) {
    incarnation.alarm().abandoned(event.scheduledTime());
    incarnation.finished(event);
  }

  private void socketMessage(Event.SocketMessage event) {
    // A class without a handler does not hear of messages, and that is no error.
    if (!incarnation.state().holds(event.socket()) || !hasHandler("webSocketMessage")) {
      incarnation.finished(event);
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

  /** As {@code setHibernatableWebSocketEventTimeout()} asks: the object is evicted then. */
  private void limitTime(Event event) {
    var limit = incarnation.object().sockets().eventTimeout();
    if (limit > 0) {
      var _ =
          incarnation
              .clock()
              .schedule(
                  incarnation.clock().millis() + limit,
                  () -> incarnation.post(() -> tookTooLong(event)));
    }
  }

  private void tookTooLong(Event event) {
    if (incarnation.finished(event)) {
      var failure =
          ScriptFailure.error("Actor exceeded event execution time and was disconnected.")
              .local()
              .reset()
              .retryable();
      incarnation.uncaught(event.handler(), failure);
      incarnation.object().evict(failure);
    }
  }

  private void socketClose(Event.SocketClose event) {
    lastOf(
        event,
        event.socket(),
        wrapper -> {
          incarnation.worker().bridge().peerClosed(wrapper);
          return new Object[] {wrapper, event.code(), event.reason(), event.wasClean()};
        });
  }

  private void socketError(Event.SocketError event) {
    lastOf(
        event,
        event.socket(),
        wrapper -> {
          incarnation.worker().bridge().peerFailed(wrapper);
          return new Object[] {
            wrapper, incarnation.worker().calls().revive(ScriptFailure.error(event.error()).local())
          };
        });
  }

  /** The socket is the object's until the handler has returned, be it with a promise. */
  private void lastOf(
      Event event, HibernatableSocket socket, Function<Value, Object[]> argumentsFor) {
    if (!incarnation.state().holds(socket)) {
      incarnation.finished(event);
      return;
    }
    var arguments = argumentsFor.apply(incarnation.state().wrapper(socket));
    if (hasHandler(event.handler())) {
      limitTime(event);
      invoke(event, result -> incarnation.finished(event), arguments);
    } else {
      incarnation.finished(event);
    }
    incarnation.state().forget(socket);
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
      if (Isolate.isEnding(e)) {
        throw e;
      }
      var failure = incarnation.worker().calls().failureOf(e);
      incarnation.uncaught(event.handler(), failure);
      fail(event, failure);
    }
  }
}
