package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.Incarnation;
import dev.durascope.runtime.durable.IncarnationStarter;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.rpc.RpcCall;
import dev.durascope.runtime.storage.NamespaceStorage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A worker across its versions: the isolate of its stateless handlers, and the starter of its
 * objects' incarnations, always with the newest code. Usable on any thread.
 */
public final class Worker implements AutoCloseable {
  /** What in-flight work of an object fails with when its code is exchanged. */
  private static final String CODE_UPDATED = "Durable Object reset because its code was updated.";

  private final String name;
  private final Services services;
  private final Function<String, NamespaceStorage> storages;
  private @Nullable Current current;

  /** The version in force. */
  private record Current(WorkerVersion version, Bindings bindings, HandlerIsolate handlers) {}

  /**
   * @param name as configured
   * @param storages the storage of each of its classes, by class name
   */
  public Worker(String name, Services services, Function<String, NamespaceStorage> storages) {
    this.name = name;
    this.services = services;
    this.storages = storages;
  }

  /** The worker's name. */
  public String name() {
    return name;
  }

  /**
   * Exchanges the code: requests from now on see the new version, objects start anew with it, their
   * hibernatable sockets stay open. Requests in progress in the stateless Worker run to their end.
   *
   * @return completes when the new module has been evaluated; fails with its {@link ScriptFailure}
   */
  public CompletableFuture<Void> load(
      WorkerVersion version, Bindings bindings, List<Namespace> namespaces) {
    var handlers = HandlerIsolate.start(name, services, version, bindings);
    Current old;
    synchronized (this) {
      old = current;
      current = new Current(version, bindings, handlers);
    }
    if (old != null) {
      old.handlers().closeWhenIdle();
      namespaces.forEach(namespace -> namespace.evictAll(ScriptFailure.error(CODE_UPDATED)));
    }
    return handlers.loaded();
  }

  /** Brings a request to the default export's {@code fetch}. */
  public CompletableFuture<ResponseMessage> fetch(RequestMessage request) {
    return fetch(Entrypoint.DEFAULT, request);
  }

  /** Brings a request to an entrypoint's {@code fetch}. */
  public CompletableFuture<ResponseMessage> fetch(Entrypoint entrypoint, RequestMessage request) {
    return current().handlers().fetch(entrypoint, request);
  }

  /** Brings a remote call to an entrypoint. */
  public void call(Entrypoint entrypoint, RpcCall call) {
    current().handlers().call(entrypoint, call);
  }

  /**
   * Runs the default export's {@code scheduled}.
   *
   * @param time in milliseconds since 1970
   * @return whether it has asked for no retry
   */
  public CompletableFuture<Boolean> scheduled(String cron, long time) {
    return current().handlers().scheduled(cron, time);
  }

  /** Runs the default export's {@code queue}. */
  public CompletableFuture<QueueOutcome> queue(QueueBatch batch) {
    return current().handlers().queue(batch);
  }

  /** Starts incarnations of this worker's classes. */
  public IncarnationStarter starter() {
    return this::startIncarnation;
  }

  private Incarnation startIncarnation(DurableObject object) {
    var version = current();
    var definition = object.namespace().definition();
    var storage = storages.apply(definition.className());
    return ScriptIncarnation.start(
        object,
        storage.open(object.id().hex(), object.id().name()),
        services,
        version.version(),
        version.bindings());
  }

  private synchronized Current current() {
    if (current == null) {
      throw new IllegalStateException("Worker " + name + " has no code yet");
    }
    if (current.handlers().hasEnded()) { // it has used up its processor time, or the memory
      var version = current.version();
      var bindings = current.bindings();
      current =
          new Current(version, bindings, HandlerIsolate.start(name, services, version, bindings));
    }
    return current;
  }

  @Override
  public synchronized void close() {
    if (current != null) {
      current.handlers().close();
      current = null;
    }
  }
}
