package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.Redirects;
import dev.durascope.runtime.message.CallMark;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.rpc.Callee;
import dev.durascope.runtime.rpc.Lease;
import dev.durascope.runtime.rpc.Payload;
import dev.durascope.runtime.rpc.PendingResult;
import dev.durascope.runtime.rpc.RpcCall;
import dev.durascope.runtime.rpc.RpcResult;
import dev.durascope.runtime.rpc.Service;
import dev.durascope.runtime.rpc.Stub;
import dev.durascope.runtime.script.Continuation;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.wire.WireValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * {@code host.rpc}: the calling side of remote calls. What is sent passes the output gate, and what
 * comes back is a turn of its own.
 */
final class RpcHost {
  /** A list without elements, which is what most calls send. */
  private static final Payload NO_ARGUMENTS =
      Payload.of(new WireValue.DenseArray(List.of(), List.of()).toBytes());

  private final WorkerIsolate worker;

  private RpcHost(WorkerIsolate worker) {
    this.worker = worker;
  }

  static HostGroup group(WorkerIsolate worker) {
    var host = new RpcHost(worker);
    return new HostGroup("rpc")
        .function("call", host::call)
        .function("fetch", host::fetch)
        .function(
            "pipeline", arguments -> PendingResult.of(arguments.handle(0, RpcCall.class).result()))
        .function(
            "wrap",
            arguments ->
                worker
                    .rpc()
                    .wrap(arguments.value(0), arguments.bool(1) ? Access.OPEN : Access.TARGET))
        .function("dup", host::dup)
        .function("dispose", host::dispose)
        .function(
            "request",
            arguments -> worker.bridge().request(arguments.handle(0, RequestMessage.class)))
        .function(
            "response",
            arguments -> worker.bridge().response(arguments.handle(0, ResponseMessage.class)));
  }

  /**
   * (callee, path, arguments, resolve, reject): the path is a name, an array of names or null, the
   * arguments are null to read a property. {@code resolve} gets the value, and a handle of what it
   * holds open, or null.
   */
  private Object call(HostGroup.Arguments arguments) {
    var callee = arguments.handle(0, Callee.class);
    var call =
        new RpcCall(
            path(arguments.value(1)),
            payload(arguments.value(2)),
            new CompletableFuture<>(),
            worker.calling());
    var resolve = arguments.value(3);
    var reject = arguments.value(4);
    var back = worker.isolate().continuation();
    var caller = worker.resident();
    caller.pendingCalls().made(call, call.name());
    worker.isolate().beginnings().note(call);
    var _ =
        call.result()
            .whenComplete(
                (result, failure) -> {
                  caller.pendingCalls().answered(call);
                  call.mark().ifPresent(CallMark::answered);
                  came(back, result, failure, resolve, reject);
                });
    caller.io().outbox().send(() -> callee.call(call));
    return call;
  }

  private static List<String> path(Value path) {
    if (path.isString()) {
      return List.of(path.asString());
    }
    if (path.isNull()) {
      return List.of();
    }
    var names = new ArrayList<String>();
    for (var i = 0L; i < path.getArraySize(); i++) {
      names.add(path.getArrayElement(i).asString());
    }
    return names;
  }

  private @Nullable Payload payload(Value arguments) {
    if (arguments.isNull()) {
      return null;
    }
    if (arguments.getArraySize() == 0) {
      return NO_ARGUMENTS;
    }
    var keeps = worker.compatibility().flags().isOn("rpc_params_dup_stubs");
    var encoded = worker.rpc().codec().encode(arguments, keeps);
    if (!keeps) {
      encoded.closeLent();
    }
    return encoded.payload();
  }

  /** Any thread. */
  private void came(
      Continuation back,
      @Nullable RpcResult result,
      @Nullable Throwable failure,
      Value resolve,
      Value reject) {
    try {
      back.postOrReject(
          () -> {
            if (result == null) {
              reject.executeVoid(worker.calls().revive(ScriptFailure.of(unknownIfNull(failure))));
            } else {
              settle(result, resolve);
            }
          });
    } catch (RejectedExecutionException e) {
      if (result != null) {
        result.close();
      }
    }
  }

  private void settle(RpcResult result, Value resolve) {
    var holds = result.hasDisposer() || !result.value().externals().isEmpty();
    var value = worker.rpc().codec().decode(result.value());
    if (holds) {
      worker.rpc().leases().add(result);
    }
    if (!result.hasDisposer()) {
      result.releasePipeline();
    }
    resolve.executeVoid(value, holds ? result : null);
  }

  private static Throwable unknownIfNull(@Nullable Throwable failure) {
    return failure == null ? ScriptFailure.error("internal error") : failure;
  }

  /** (service, input, init, resolve, reject) */
  private @Nullable Object fetch(HostGroup.Arguments arguments) {
    var service = arguments.handle(0, Service.class);
    var unmarked = worker.bridge().requestFrom(arguments.value(1), arguments.value(2));
    var request = worker.calling().map(unmarked::marked).orElse(unmarked);
    var resolve = arguments.value(3);
    var reject = arguments.value(4);
    var io = worker.resident().io();
    var entry = io.fetches().sent(request);
    worker.isolate().beginnings().note(entry);
    var back = worker.isolate().continuation();
    io.outbox()
        .send(
            () -> {
              var _ =
                  Redirects.send(sent -> service.fetch(sent.followedBySender()), request)
                      .whenComplete(
                          (answer, failure) -> {
                            request.mark().ifPresent(CallMark::answered);
                            back.post(
                                () -> {
                                  io.fetches().answered(entry);
                                  if (failure == null) {
                                    resolve.executeVoid(worker.bridge().response(answer));
                                  } else {
                                    reject.executeVoid(worker.calls().revive(failure));
                                  }
                                });
                          });
            });
    return null;
  }

  private Object dup(HostGroup.Arguments arguments) {
    var stub = arguments.handle(0, Stub.class);
    if (stub.isClosed()) {
      worker.isolate().prelude("rpcvalues").invokeMember("disposed");
    }
    return worker.rpc().leases().add(stub.dup());
  }

  private @Nullable Object dispose(HostGroup.Arguments arguments) {
    worker.rpc().leases().close(arguments.handle(0, Lease.class));
    return null;
  }
}
