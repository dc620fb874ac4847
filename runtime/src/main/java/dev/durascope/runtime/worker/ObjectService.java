package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.Channel;
import dev.durascope.runtime.durable.DurableObjectId;
import dev.durascope.runtime.durable.Event;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.rpc.RpcCall;
import dev.durascope.runtime.rpc.Service;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A Durable Object as one stub sees it: from its first use on, over the same {@link Channel}.
 * Usable on any thread.
 */
final class ObjectService implements Service {
  private final Namespace namespace;
  private final DurableObjectId id;
  private @Nullable Channel channel;

  ObjectService(Namespace namespace, DurableObjectId id) {
    this.namespace = namespace;
    this.id = id;
  }

  private synchronized Channel channel() {
    if (channel == null) {
      channel = namespace.object(id).channel();
    }
    return channel;
  }

  @Override
  public void call(RpcCall call) {
    channel().deliver(new Event.Call(call));
  }

  @Override
  public CompletableFuture<ResponseMessage> fetch(RequestMessage request) {
    var response = new CompletableFuture<ResponseMessage>();
    channel().deliver(new Event.Fetch(request, response));
    return response;
  }
}
