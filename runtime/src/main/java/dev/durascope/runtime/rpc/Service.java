package dev.durascope.runtime.rpc;

import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.util.concurrent.CompletableFuture;

/**
 * What answers requests beside calls: an entrypoint of a worker, or a Durable Object. It is no one
 * living thing but an address, so it needs no disposal and may be passed on freely.
 */
public interface Service extends Callee {
  /** Brings a request there, and does not wait. */
  CompletableFuture<ResponseMessage> fetch(RequestMessage request);
}
