package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.IoContext;
import dev.durascope.runtime.api.Outbox;
import dev.durascope.runtime.api.SocketAttachments;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.rpc.RpcCall;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.time.PausableClock;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
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
  private final CompletableFuture<Void> loaded = new CompletableFuture<>();
  private final Set<HandlerEvent> unanswered =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
  private final HandlerRunner runner;
  private final LeaseWatch leases;
  private final HeldValues held = new HeldValues();
  private final IoContext io;
  private final Resident handlers;
  private final HangWatch hang;
  private volatile boolean ended;
  private volatile @Nullable ScriptFailure endReason;
  // On the isolate's thread:
  private @Nullable RequestTurns turns;
  private int keptAlive;
  private boolean closing;

  private HandlerIsolate(String name, Services services, WorkerVersion version, Bindings bindings) {
    this.title = "Worker " + name;
    this.services = services;
    var clock = new PausableClock(services.clock());
    this.io = IoContext.of(Outbox.OPEN, clock);
    this.hang = new HangWatch(() -> !unanswered.isEmpty(), this::mayStillAnswer, this::cancelHung);
    this.worker =
        WorkerIsolate.start(
            title,
            services,
            version,
            bindings,
            clock,
            this::handlers,
            started -> SocketAttachments.NONE,
            started -> List.<HostGroup>of());
    var rpc = new RpcServer(worker, held, worker.isolate()::post);
    this.handlers = new PlainResident(title, io, rpc, new PendingCalls());
    this.runner =
        new HandlerRunner(
            worker,
            this::waitUntil,
            (event, failure) -> services.log().uncaught(title, event.handler(), failure),
            unanswered::remove,
            services.hooks());
    this.leases =
        new LeaseWatch(
            worker,
            io.connections(),
            clock,
            () -> unanswered.isEmpty() && keptAlive == 0 && !somethingIsUnderWay());
    var isolate = worker.isolate();
    isolate.onEnd(this::ended);
    isolate.onPause(new StandingTime(clock, List::of));
    isolate.post(
        () -> {
          services.isolates().started(isolate, version, new IsolateListener.Tenancy.Handlers());
          isolate.loop().onTurnEnd(this::turnEnded);
          var requestTurns = RequestTurns.of(isolate, version.limits().subrequests());
          isolate.gate(requestTurns);
          turns = requestTurns;
          isolate.limitCpu(version.limits().cpuMillis(), () -> condemn(Exhaustion.CPU.failure()));
          isolate.onExhausted(() -> condemn(Exhaustion.MEMORY.failure()));
          worker.load(this::evaluated, this::loadFailed);
        });
  }

  private Resident handlers() {
    return handlers;
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
    worker.badExport().ifPresentOrElse(loaded::completeExceptionally, () -> loaded.complete(null));
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

  /** Runs {@code scheduled()}; the result says whether it has asked for no retry. */
  CompletableFuture<Boolean> scheduled(String cron, long time) {
    var noRetry = new CompletableFuture<Boolean>();
    deliver(new HandlerEvent.Scheduled(cron, time, noRetry));
    return noRetry;
  }

  /** Runs {@code email()}; the result is what it has done, as JSON. */
  CompletableFuture<String> email(String from, String to, RequestMessage request) {
    var outcome = new CompletableFuture<String>();
    deliver(new HandlerEvent.Email(from, to, request, outcome));
    return outcome;
  }

  /** Runs {@code queue()}. */
  CompletableFuture<QueueOutcome> queue(QueueBatch batch) {
    var outcome = new CompletableFuture<QueueOutcome>();
    deliver(new HandlerEvent.Queue(batch, outcome));
    return outcome;
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
                worker.isolate().post(() -> begin(event));
              }
            });
  }

  private void begin(HandlerEvent event) {
    if (turns == null) {
      throw new IllegalStateException("No request comes before the start");
    }
    turns.begin(() -> runner.run(event));
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

  /** Whether something outside of JavaScript is under way that may bring an answer. */
  private boolean mayStillAnswer() {
    return io.connections().count() > 0 || somethingIsUnderWay();
  }

  private boolean somethingIsUnderWay() {
    var isolate = worker.isolate();
    return io.fetches().count() > 0
        || io.sockets().count() > 0
        || held.count() > 0
        || isolate.loop().hasWaitingTurns()
        || isolate.prelude("timers").invokeMember("pending").asInt() > 0
        || isolate.isAwaited();
  }

  private void cancelHung() {
    for (var event : left()) {
      var failure = HangWatch.failure();
      services.log().uncaught(title, event.handler(), failure);
      fail(event, failure);
    }
  }

  private List<HandlerEvent> left() {
    synchronized (unanswered) {
      return List.copyOf(unanswered);
    }
  }

  /** The isolate is not worth more requests: those in progress fail with {@code reason}. */
  private void condemn(ScriptFailure reason) {
    endReason = reason;
    ended = true;
    services.log().uncaught(title, "a running request", reason);
    worker.isolate().close();
  }

  /** Whether it takes no more requests. Any thread. */
  boolean hasEnded() {
    return ended;
  }

  private void turnEnded() {
    hang.turnEnded(worker.isolate());
    leases.turnEnded(!unanswered.isEmpty() || keptAlive > 0);
    if (closing && unanswered.isEmpty() && keptAlive == 0 && io.sockets().count() == 0) {
      worker.isolate().close();
    }
  }

  /** Ends it as soon as nothing is in progress. */
  void closeWhenIdle() {
    worker.isolate().post(() -> closing = true);
  }

  private void ended() {
    ended = true;
    var reason = endReason == null ? gone() : endReason;
    left().forEach(event -> fail(event, reason));
    loaded.completeExceptionally(reason);
    io.end(reason);
    handlers.rpc().ended(reason);
    services.isolates().ended(worker.isolate());
  }

  @Override
  public void close() {
    worker.isolate().close();
  }
}
