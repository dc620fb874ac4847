package dev.durascope.runtime.worker;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.runtime.message.ScriptFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * Runs the handlers that no request reaches: {@code scheduled()}, {@code email()} and {@code
 * queue()}. What such a handler is told and what it decides is one object, made by the prelude's
 * {@code triggers.js}.
 */
record TriggerRunner(WorkerIsolate worker) {
  /** Runs {@code scheduled()}; {@code done} hears whether it has asked for no retry. */
  void scheduled(
      HandlerEvent.Scheduled event,
      Value target,
      @Nullable Value ctx,
      Consumer<Boolean> done,
      Consumer<ScriptFailure> failed) {
    var controller = triggers().invokeMember("scheduled", event.cron(), event.time());
    invoke(
        "scheduled",
        controller,
        target,
        ctx,
        () -> done.accept(triggers().invokeMember("noRetry", controller).asBoolean()),
        failed);
  }

  /** Runs {@code queue()}; {@code done} hears what it has decided. */
  void queue(
      HandlerEvent.Queue event,
      Value target,
      @Nullable Value ctx,
      Consumer<QueueOutcome> done,
      Consumer<ScriptFailure> failed) {
    var batch = event.batch();
    var messages = new ArrayList<Object>();
    for (var message : batch.messages()) {
      messages.add(message.id());
      messages.add(message.timestamp());
      messages.add(message.attempts());
      messages.add(message.contentType().name());
      messages.add(body(message));
    }
    var controller =
        triggers()
            .invokeMember(
                "batch",
                batch.queue(),
                ProxyArray.fromList(messages),
                batch.backlogCount(),
                batch.backlogBytes(),
                batch.oldestMillis());
    invoke(
        "queue",
        controller,
        target,
        ctx,
        () -> done.accept(outcome(triggers().invokeMember("outcome", controller).asString())),
        failed);
  }

  /**
   * Runs {@code email()}; {@code done} hears what it has done, and before that {@code thrown} what
   * it has thrown.
   */
  void email(
      HandlerEvent.Email event,
      Value target,
      @Nullable Value ctx,
      Consumer<String> done,
      Consumer<ScriptFailure> thrown) {
    if (!worker.calls().hasMethod(target, event.handler())) {
      event.fail(missing(event.handler()));
      return;
    }
    worker
        .isolate()
        .prelude("email")
        .invokeMember(
            "deliver",
            worker.bridge().request(event.request()),
            event.from(),
            event.to(),
            target,
            ctx == null ? ProxyArray.fromArray() : ProxyArray.fromArray(worker.env(), ctx),
            (ProxyExecutable)
                outcome -> {
                  done.accept(outcome[0].asString());
                  return null;
                },
            (ProxyExecutable)
                failure -> {
                  thrown.accept(worker.calls().failure(failure));
                  return null;
                });
  }

  private static ScriptFailure missing(String handler) {
    return ScriptFailure.error("Handler does not export a " + handler + "() function.");
  }

  private Object body(QueueBatch.Message message) {
    return switch (message.contentType()) {
      case TEXT, JSON -> new String(message.body(), StandardCharsets.UTF_8);
      case BYTES -> ByteBuffer.wrap(message.body());
      case V8 -> worker.structuredClone().deserialize(message.body());
    };
  }

  private void invoke(
      String handler,
      Value controller,
      Value target,
      @Nullable Value ctx,
      Runnable done,
      Consumer<ScriptFailure> failed) {
    if (!worker.calls().hasMethod(target, handler)) {
      failed.accept(missing(handler));
      return;
    }
    var arguments =
        ctx == null ? new Object[] {controller} : new Object[] {controller, worker.env(), ctx};
    worker.calls().invoke(target, handler, result -> done.run(), failed, arguments);
  }

  private Value triggers() {
    return worker.isolate().prelude("triggers");
  }

  private static QueueOutcome outcome(String json) {
    var decided = JsonParser.parseString(json).getAsJsonObject();
    var retries = new HashMap<String, OptionalLong>();
    for (var element : decided.getAsJsonArray("retries")) {
      var retry = element.getAsJsonObject();
      retries.put(retry.get("id").getAsString(), delay(retry));
    }
    return new QueueOutcome(decided.get("retryAll").getAsBoolean(), delay(decided), retries);
  }

  private static OptionalLong delay(JsonObject decided) {
    return decided.has("delaySeconds")
        ? OptionalLong.of(decided.get("delaySeconds").getAsLong())
        : OptionalLong.empty();
  }
}
