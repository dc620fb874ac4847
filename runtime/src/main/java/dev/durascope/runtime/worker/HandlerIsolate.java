package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.OpenSockets;
import dev.durascope.runtime.api.Outbox;
import dev.durascope.runtime.api.PendingFetches;
import dev.durascope.runtime.api.SocketAttachments;
import dev.durascope.runtime.api.WebPlatform;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.rpc.RpcCall;
import dev.durascope.runtime.script.HostGroup;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
  private final Set<HandlerEvent> unanswered =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
  private final HandlerRunner runner;
  private volatile boolean ended;
  // On the isolate's thread:
  private int keptAlive;
  private boolean closing;

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
    this.runner =
        new HandlerRunner(
            worker,
            this::waitUntil,
            (event, failure) -> services.log().uncaught(title, event.handler(), failure),
            unanswered::remove);
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
    loaded.complete(null);
  }

  private void loadFailed(ScriptFailure failure) {
    loaded.completeExceptionally(failure);
  }

  /** Brings a request to an entrypoint; it waits for the module if need be. */
  CompletableFuture<ResponseMessage> fetch(Entrypoint entrypoint, RequestMessage request) {
    var response = new CompletableFuture<ResponseMessage>();
    deliver(new HandlerEvent.Fetch(entrypoint, request, response));
    return response;
  }

  /** Brings a remote call to an entrypoint; it waits for the module if need be. */
  void call(Entrypoint entrypoint, RpcCall call) {
    deliver(new HandlerEvent.Call(entrypoint, call));
  }

  private void deliver(HandlerEvent event) {
    unanswered.add(event);
    if (ended) {
      fail(event, gone());
    }
    var _ =
        loaded.whenComplete(
            (ok, failure) -> {
              if (failure != null) {
                fail(event, ScriptFailure.of(failure));
              } else {
                worker.isolate().post(() -> runner.run(event));
              }
            });
  }

  private void fail(HandlerEvent event, ScriptFailure failure) {
    if (unanswered.remove(event)) {
      event.fail(failure);
    }
  }

  private static ScriptFailure gone() {
    return ScriptFailure.error("The Worker was stopped before it answered.");
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
    List<HandlerEvent> left;
    synchronized (unanswered) {
      left = List.copyOf(unanswered);
    }
    left.forEach(event -> fail(event, gone()));
    loaded.completeExceptionally(gone());
    worker.rpc().ended(gone());
    services.isolates().ended(worker.isolate());
  }

  @Override
  public void close() {
    worker.isolate().close();
  }
}
