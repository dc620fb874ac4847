package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.Outbox;
import dev.durascope.runtime.durable.DurableObjectId;
import dev.durascope.runtime.durable.Event;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.ScriptError;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;

/**
 * {@code host.objects}: ids, and events to other objects. A namespace is the name that it is bound
 * to. What is sent passes the output gate, and what comes back is a turn of its own.
 */
final class ObjectsHost {
  private ObjectsHost() {}

  static HostGroup group(WorkerIsolate worker, Outbox outbox) {
    return new HostGroup("objects")
        .function(
            "idFromName",
            arguments -> namespace(worker, arguments).ids().fromName(arguments.string(1)).hex())
        .function("newUniqueId", arguments -> namespace(worker, arguments).ids().unique().hex())
        .function(
            "idFromString",
            arguments ->
                checked(() -> namespace(worker, arguments).ids().fromString(arguments.string(1)))
                    .hex())
        .function(
            "fetch",
            arguments -> {
              var request = worker.bridge().requestFrom(arguments.value(3), arguments.value(4));
              var response = new CompletableFuture<ResponseMessage>();
              var target = namespace(worker, arguments).object(id(arguments));
              outbox.send(() -> target.deliver(new Event.Fetch(request, response)));
              answer(
                  worker,
                  response,
                  message -> worker.bridge().response(message),
                  arguments.value(5),
                  arguments.value(6));
              return null;
            })
        .function(
            "call",
            arguments -> {
              var clone = worker.structuredClone();
              var sent = clone.serialize(arguments.value(4));
              var result = new CompletableFuture<byte[]>();
              var target = namespace(worker, arguments).object(id(arguments));
              outbox.send(() -> target.deliver(new Event.Call(arguments.string(3), sent, result)));
              answer(worker, result, clone::deserialize, arguments.value(5), arguments.value(6));
              return null;
            });
  }

  private static Namespace namespace(WorkerIsolate worker, HostGroup.Arguments arguments) {
    return worker.bindings().namespace(arguments.string(0));
  }

  private static DurableObjectId id(HostGroup.Arguments arguments) {
    return new DurableObjectId(arguments.string(1), arguments.optionalString(2));
  }

  private static DurableObjectId checked(Supplier<DurableObjectId> id) {
    try {
      return id.get();
    } catch (IllegalArgumentException e) {
      throw ScriptError.typeError(String.valueOf(e.getMessage()));
    }
  }

  private static <T> void answer(
      WorkerIsolate worker,
      CompletableFuture<T> future,
      Function<T, Value> toScript,
      Value resolve,
      Value reject) {
    var _ =
        future.whenComplete(
            (result, failure) ->
                worker
                    .isolate()
                    .post(
                        () -> {
                          if (failure == null) {
                            resolve.executeVoid(toScript.apply(result));
                          } else {
                            reject.executeVoid(worker.calls().revive(ScriptFailure.of(failure)));
                          }
                        }));
  }
}
