package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.OpenSockets;
import dev.durascope.runtime.api.Outbox;
import dev.durascope.runtime.api.PendingFetches;
import dev.durascope.runtime.api.SocketAttachments;
import dev.durascope.runtime.api.WebPlatform;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.script.HostGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * The isolate of a worker's stateless handlers, for one version of its code. Requests run
 * concurrently in it, each a turn and its continuations.
 */
final class HandlerIsolate implements AutoCloseable {
  private final String title;
  private final Services services;
  private final WorkerIsolate worker;
  private final OpenSockets sockets = new OpenSockets();
  private final CompletableFuture<Void> loaded = new CompletableFuture<>();
  private final Set<Call> unanswered = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;
  // On the isolate's thread:
  private @Nullable Value handlers;
  private @Nullable Value executionContext;
  private int keptAlive;
  private boolean closing;

  /** A request that waits for its answer. */
  private static final class Call {
    private final RequestMessage request;
    private final CompletableFuture<ResponseMessage> response = new CompletableFuture<>();

    Call(RequestMessage request) {
      this.request = request;
    }
  }

  private HandlerIsolate(String name, Services services, WorkerVersion version, Bindings bindings) {
    this.title = "Worker " + name;
    this.services = services;
    this.worker =
        WorkerIsolate.start(
            title,
            services,
            version,
            bindings,
            new WebPlatform.Services(
                services.clock(),
                Outbox.OPEN,
                SocketAttachments.NONE,
                sockets,
                version.compatibility().flags(),
                (level, text, values) -> services.log().console(title, level, text),
                services.network(),
                new PendingFetches(services.clock())),
            Admission.OPEN,
            started -> List.<HostGroup>of());
    var isolate = worker.isolate();
    isolate.onEnd(this::ended);
    isolate.post(
        () -> {
          services.isolates().started(isolate, version, Optional.empty());
          isolate.loop().onTurnEnd(this::turnEnded);
          worker.load(this::evaluated, this::loadFailed);
        });
  }

  static HandlerIsolate start(
      String name, Services services, WorkerVersion version, Bindings bindings) {
    return new HandlerIsolate(name, services, version, bindings);
  }

  /** Completes when the module has been evaluated. */
  CompletableFuture<Void> loaded() {
    return loaded;
  }

  private void evaluated() {
    handlers = worker.export("default");
    executionContext =
        worker
            .isolate()
            .prelude("workers")
            .invokeMember("executionContext", (ProxyExecutable) this::waitUntil);
    loaded.complete(null);
  }

  private void loadFailed(ScriptFailure failure) {
    loaded.completeExceptionally(failure);
  }

  /** Brings a request to {@code fetch}; it waits for the module if need be. */
  CompletableFuture<ResponseMessage> fetch(RequestMessage request) {
    var call = new Call(request);
    unanswered.add(call);
    if (ended) {
      fail(call, gone());
    }
    var _ =
        loaded.whenComplete(
            (ok, failure) -> {
              if (failure != null) {
                fail(call, ScriptFailure.of(failure));
              } else {
                worker.isolate().post(() -> run(call));
              }
            });
    return call.response;
  }

  private static ScriptFailure gone() {
    return ScriptFailure.error("The Worker was stopped before it answered.");
  }

  private void run(Call call) {
    var target = handlers;
    var ctx = executionContext;
    if (target == null || ctx == null || !worker.calls().hasMethod(target, "fetch")) {
      fail(call, ScriptFailure.typeError("Handler does not export a fetch() function."));
      return;
    }
    try {
      worker
          .calls()
          .invoke(
              target,
              "fetch",
              result -> answer(call, result),
              failure -> report(call, failure),
              worker.bridge().request(call.request),
              worker.env(),
              ctx);
    } catch (PolyglotException e) {
      failOrRethrow(call, e);
    }
  }

  private void answer(Call call, Value result) {
    try {
      var message = worker.bridge().responseMessage(result);
      unanswered.remove(call);
      call.response.complete(message);
    } catch (PolyglotException e) {
      failOrRethrow(call, e);
    }
  }

  private void failOrRethrow(Call call, PolyglotException e) {
    if (e.isCancelled() || e.isExit()) {
      throw e;
    }
    report(call, worker.calls().failureOf(e));
  }

  private void report(Call call, ScriptFailure failure) {
    services.log().uncaught(title, "fetch", failure);
    fail(call, failure);
  }

  private void fail(Call call, ScriptFailure failure) {
    unanswered.remove(call);
    call.response.completeExceptionally(failure);
  }

  private @Nullable Object waitUntil(Value... arguments) {
    keptAlive++;
    worker
        .isolate()
        .prelude("invoke")
        .invokeMember(
            "watch",
            arguments[0],
            (ProxyExecutable)
                outcome -> {
                  keptAlive--;
                  return null;
                },
            (ProxyExecutable)
                outcome -> {
                  keptAlive--;
                  services
                      .log()
                      .uncaught(
                          title,
                          "waitUntil",
                          new ScriptFailure(
                              outcome[0].asString(), outcome[1].asString(), outcome[2].asString()));
                  return null;
                });
    return null;
  }

  private void turnEnded() {
    if (closing && unanswered.isEmpty() && keptAlive == 0 && sockets.count() == 0) {
      worker.isolate().close();
    }
  }

  /** Ends it as soon as nothing is in progress. */
  void closeWhenIdle() {
    worker.isolate().post(() -> closing = true);
  }

  private void ended() {
    ended = true;
    sockets.closeAll(1006, "");
    List.copyOf(unanswered).forEach(call -> fail(call, gone()));
    loaded.completeExceptionally(gone());
    worker.rpc().ended(gone());
    services.isolates().ended(worker.isolate());
  }

  @Override
  public void close() {
    worker.isolate().close();
  }
}
