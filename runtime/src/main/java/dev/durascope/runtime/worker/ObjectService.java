package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObjectId;
import dev.durascope.runtime.durable.Event;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.rpc.RpcCall;
import dev.durascope.runtime.rpc.Service;
import java.util.concurrent.CompletableFuture;

/** A Durable Object as those see it who hold its stub. */
record ObjectService(Namespace namespace, DurableObjectId id) implements Service {
  @Override
  public void call(RpcCall call) {
    namespace.object(id).deliver(new Event.Call(call));
  }

  @Override
  public CompletableFuture<ResponseMessage> fetch(RequestMessage request) {
    var response = new CompletableFuture<ResponseMessage>();
    namespace.object(id).deliver(new Event.Fetch(request, response));
    return response;
  }
}
