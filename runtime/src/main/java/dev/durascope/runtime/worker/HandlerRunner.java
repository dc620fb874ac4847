package dev.durascope.runtime.worker;

import dev.durascope.runtime.message.ScriptFailure;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * Brings each event of a worker's stateless entrypoints to its handler: a function of an exported
 * object, or a method of an instance that is made for this one event. On the isolate's thread only.
 */
final class HandlerRunner {
  private final WorkerIsolate worker;
  private final ProxyExecutable waitUntil;
  private final BiConsumer<HandlerEvent, ScriptFailure> uncaught;
  private final Consumer<HandlerEvent> answered;
  private final TriggerRunner triggers;
  private final DebugHooks hooks;
  private @Nullable Value defaultHandlers;
  private @Nullable Value nextCtx;

  /**
   * An entrypoint that is ready for an event.
   *
   * @param ctx null for an instance, which has it
   */
  private record Opened(Value target, @Nullable Value ctx) {
    Access access() {
      return ctx == null ? Access.ENTRYPOINT : Access.HANDLERS;
    }
  }

  /**
   * @param waitUntil what {@code ctx.waitUntil()} does
   * @param uncaught hears of the failures of handlers
   * @param answered hears of each event that is over
   * @param hooks where a debugger hooks in
   */
  HandlerRunner(
      WorkerIsolate worker,
      ProxyExecutable waitUntil,
      BiConsumer<HandlerEvent, ScriptFailure> uncaught,
      Consumer<HandlerEvent> answered,
      DebugHooks hooks) {
    this.worker = worker;
    this.waitUntil = waitUntil;
    this.uncaught = uncaught;
    this.answered = answered;
    this.hooks = hooks;
    this.triggers = new TriggerRunner(worker);
  }

  void run(HandlerEvent event) {
    var hook = hooks.moments();
    if (hook == null) {
      handle(event);
      return;
    }
    hook.entering(worker.isolate(), Moment.of(event));
    try {
      handle(event);
    } finally {
      hook.left(worker.isolate());
    }
  }

  private void handle(HandlerEvent event) {
    try {
      var opened = open(event.entrypoint());
      switch (event) {
        case HandlerEvent.Fetch fetch ->
            fetch
                .request()
                .mark()
                .ifPresentOrElse(
                    mark -> mark.handle(() -> fetch(fetch, opened)), () -> fetch(fetch, opened));
        case HandlerEvent.Call call -> call(call, opened);
        case HandlerEvent.Scheduled scheduled ->
            triggers.scheduled(
                scheduled,
                opened.target(),
                opened.ctx(),
                noRetry -> done(scheduled, scheduled.noRetry(), noRetry),
                failure -> report(scheduled, failure));
        case HandlerEvent.Email email ->
            triggers.email(
                email,
                opened.target(),
                opened.ctx(),
                outcome -> done(email, email.outcome(), outcome),
                failure -> uncaught.accept(email, failure));
        case HandlerEvent.Queue queue ->
            triggers.queue(
                queue,
                opened.target(),
                opened.ctx(),
                outcome -> done(queue, queue.outcome(), outcome),
                failure -> report(queue, failure));
      }
    } catch (PolyglotException e) {
      WorkerIsolate.rethrowIfEnding(e);
      report(event, worker.calls().failureOf(e));
    }
  }

  /**
   * The default export as an object of handlers is looked up once, all else for each event; each
   * has a {@code ctx} of its own.
   */
  private Opened open(Entrypoint entrypoint) {
    var isDefault = entrypoint.name().isEmpty() && entrypoint.props().isEmpty();
    if (isDefault && defaultHandlers != null && nextCtx != null) {
      return new Opened(defaultHandlers, nextCtx.execute(waitUntil));
    }
    var props = entrypoint.props().map(worker.rpc().codec()::decode).orElse(null);
    var entrypoints = worker.isolate().prelude("entrypoint");
    var parts =
        entrypoints.invokeMember(
            "open",
            worker.exports(),
            entrypoint.name().orElse("default"),
            props,
            worker.env(),
            waitUntil);
    var ctx = parts.getArrayElement(1);
    var opened = new Opened(parts.getArrayElement(0), ctx.isNull() ? null : ctx);
    if (isDefault && opened.ctx() != null) {
      defaultHandlers = opened.target();
      nextCtx = entrypoints.getMember("nextCtx");
    }
    return opened;
  }

  private void fetch(HandlerEvent.Fetch event, Opened opened) {
    if (!worker.calls().hasMethod(opened.target(), "fetch")) {
      fail(event, ScriptFailure.error("Handler does not export a fetch() function."));
      return;
    }
    var request = worker.bridge().request(event.request());
    worker
        .calls()
        .invoke(
            opened.target(),
            "fetch",
            result -> respond(event, result),
            failure -> report(event, failure),
            opened.ctx() == null
                ? new Object[] {request}
                : new Object[] {request, worker.env(), opened.ctx()});
  }

  private void respond(HandlerEvent.Fetch event, Value result) {
    try {
      var message = worker.bridge().responseMessage(result);
      answered.accept(event);
      event.response().complete(message);
    } catch (PolyglotException e) {
      WorkerIsolate.rethrowIfEnding(e);
      report(event, worker.calls().failureOf(e));
    }
  }

  private void call(HandlerEvent.Call event, Opened opened) {
    worker
        .rpc()
        .perform(
            opened.access(),
            opened.target(),
            event.call(),
            result -> {
              answered.accept(event);
              event.call().result().complete(result);
            },
            failure -> fail(event, failure),
            opened.ctx() == null ? new Object[0] : new Object[] {worker.env(), opened.ctx()});
  }

  private <T> void done(HandlerEvent event, CompletableFuture<T> waiting, T result) {
    answered.accept(event);
    waiting.complete(result);
  }

  private void report(HandlerEvent event, ScriptFailure failure) {
    uncaught.accept(event, failure);
    fail(event, failure);
  }

  private void fail(HandlerEvent event, ScriptFailure failure) {
    answered.accept(event);
    event.fail(failure);
  }
}
