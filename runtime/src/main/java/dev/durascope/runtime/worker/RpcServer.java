package dev.durascope.runtime.worker;

import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.rpc.RpcCall;
import dev.durascope.runtime.rpc.RpcResult;
import dev.durascope.runtime.rpc.Stub;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * The receiving side of the remote calls of one {@link Resident}: runs them through the prelude's
 * {@code rpcserve.js}, and keeps what others hold stubs of.
 *
 * <p>On the isolate's thread, but for {@link #call} and {@link #released}.
 */
final class RpcServer {
  private static final String GONE =
      "The execution context which hosts this callback is no longer running.";

  private final WorkerIsolate worker;
  private final Admission admission;
  private final Executor turns;
  private final RpcCodec codec;
  private final Leases leases = new Leases();
  // Any thread: calls of stubs that were not answered.
  private final Set<Unanswered> unanswered = ConcurrentHashMap.newKeySet();
  private volatile boolean over;
  private @Nullable Value serve;
  private @Nullable Value disposeFunction;

  /** A call by identity. */
  private static final class Unanswered {
    private final RpcCall call;

    Unanswered(RpcCall call) {
      this.call = call;
    }
  }

  /**
   * @param turns adds a turn of the resident's
   */
  RpcServer(WorkerIsolate worker, Admission admission, Executor turns) {
    this.worker = worker;
    this.admission = admission;
    this.turns = turns;
    this.codec = new RpcCodec(worker, this);
  }

  /** What this isolate holds of others. */
  Leases leases() {
    return leases;
  }

  RpcCodec codec() {
    return codec;
  }

  /** The first stub of a value of this isolate. */
  Stub wrap(Value value, Access access) {
    admission.held(1);
    return Stub.to(
        new LocalTarget(this, value, access, worker.isolate().entrance(), true, null, List.of()));
  }

  /** A call of a stub. Any thread. */
  void call(LocalTarget target, RpcCall call) {
    var noted = new Unanswered(call);
    unanswered.add(noted);
    try {
      if (over) {
        throw new RejectedExecutionException("The object has ended");
      }
      worker.isolate().loop().postOrReject(() -> target.entrance().enter(() -> run(target, noted)));
    } catch (RejectedExecutionException e) {
      unanswered.remove(noted);
      call.fail(ScriptFailure.error(GONE).local());
    }
  }

  private void run(LocalTarget target, Unanswered noted) {
    var call = noted.call;
    perform(
        target.access(),
        target.value(),
        call,
        result ->
            admission.settle(
                () -> {
                  unanswered.remove(noted);
                  call.result().complete(result);
                }),
        failure ->
            admission.settle(
                () -> {
                  unanswered.remove(noted);
                  call.result().completeExceptionally(failure);
                }));
  }

  /** Nobody holds a stub of it any more. Any thread. */
  void released(LocalTarget target) {
    if (!target.holds() && target.disposer() == null && target.lent().isEmpty()) {
      return;
    }
    turns.execute(
        () -> {
          if (target.holds()) {
            admission.held(-1);
          }
          target.lent().forEach(Stub::close);
          dispose(target);
        });
  }

  private void dispose(LocalTarget target) {
    try {
      if (disposeFunction == null) {
        disposeFunction = worker.isolate().prelude("rpcserve").getMember("dispose");
      }
      disposeFunction.executeVoid(target.value(), target.disposer());
    } catch (PolyglotException e) {
      WorkerIsolate.rethrowIfEnding(e);
      worker
          .log()
          .uncaught(worker.resident().title(), "Symbol.dispose", worker.calls().failureOf(e));
    }
  }

  /**
   * Runs a call. Its arguments' stubs are given back when it is over.
   *
   * @param extra {@code env} and {@code ctx} for handlers
   */
  void perform(
      Access access,
      Value target,
      RpcCall call,
      Consumer<RpcResult> ok,
      Consumer<ScriptFailure> fail,
      Object... extra) {
    var arguments = call.arguments();
    Consumer<ScriptFailure> failed =
        failure -> {
          if (arguments != null) {
            arguments.dispose();
          }
          fail.accept(failure);
        };
    try {
      var all = new Object[6 + extra.length];
      all[0] = access.code();
      all[1] = target;
      all[2] = path(call.path());
      all[3] = arguments == null ? null : codec.decode(arguments);
      all[4] =
          (ProxyExecutable)
              outcome -> {
                var result = result(outcome[0], ResultForm.of(outcome[1].asInt()), outcome[2]);
                if (arguments != null) {
                  arguments.dispose();
                }
                ok.accept(result);
                return null;
              };
      all[5] =
          (ProxyExecutable)
              outcome -> {
                failed.accept(worker.calls().failure(outcome));
                return null;
              };
      System.arraycopy(extra, 0, all, 6, extra.length);
      serve(call, all);
    } catch (PolyglotException e) {
      WorkerIsolate.rethrowIfEnding(e);
      failed.accept(worker.calls().failureOf(e));
    }
  }

  private void serve(RpcCall call, Object[] arguments) {
    var function = serve;
    if (function == null) {
      function = worker.isolate().prelude("rpcserve").getMember("serve");
      serve = function;
    }
    var serving = function;
    if (call.mark().isPresent()) {
      call.mark().get().handle(() -> serving.executeVoid(arguments));
    } else {
      serving.executeVoid(arguments);
    }
  }

  private static @Nullable Object path(List<String> path) {
    return switch (path.size()) {
      case 0 -> null;
      case 1 -> path.get(0);
      default -> ProxyArray.fromList(List.<Object>copyOf(path));
    };
  }

  /** Throws in JavaScript if the value cannot be sent. */
  private RpcResult result(Value value, ResultForm form, Value disposer) {
    var encoded = codec.encode(value, false);
    var payload = encoded.payload();
    return switch (form) {
      case VALUE -> {
        encoded.closeLent();
        yield RpcResult.of(payload);
      }
      case STUB -> {
        var pipeline =
            payload.externals().get(0).parts().get(0) instanceof Stub stub ? stub.dup() : null;
        encoded.closeLent();
        yield new RpcResult(payload, pipeline, false);
      }
      case PLAIN -> {
        var hasDisposer = !disposer.isNull();
        if (hasDisposer) {
          admission.held(1);
        }
        yield new RpcResult(
            payload,
            Stub.to(
                new LocalTarget(
                    this,
                    value,
                    Access.OPEN,
                    worker.isolate().entrance(),
                    hasDisposer,
                    hasDisposer ? disposer : null,
                    encoded.lent())),
            hasDisposer);
      }
      case SERVICE ->
          new RpcResult(
              payload,
              Stub.to(
                  new LocalTarget(
                      this,
                      value,
                      Access.TARGET,
                      worker.isolate().entrance(),
                      false,
                      null,
                      encoded.lent())),
              false);
    };
  }

  /** How many calls of stubs are not answered yet. Any thread. */
  int unanswered() {
    return unanswered.size();
  }

  /** The resident has ended: fails what waits for it. On the isolate's thread. */
  void ended(ScriptFailure reason) {
    over = true;
    for (var noted : List.copyOf(unanswered)) {
      noted.call.fail(reason);
    }
    unanswered.clear();
    leases.closeAll();
  }
}
