package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.Incarnation;
import dev.durascope.runtime.durable.IncarnationStarter;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.rpc.RpcCall;
import dev.durascope.runtime.storage.FacetStorage;
import dev.durascope.runtime.storage.NamespaceStorage;
import dev.durascope.runtime.storage.ObjectStore;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
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
  private @Nullable Current loading;

  /** The version in force. */
  private record Current(HandlerIsolate handlers, ObjectIsolates objects) {}

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
   * Until the new module has been evaluated, and for good if that fails, the old version runs.
   *
   * @return completes when the new module has been evaluated; fails with its {@link ScriptFailure}
   */
  public CompletableFuture<Void> load(
      WorkerVersion version, Bindings bindings, List<Namespace> namespaces) {
    var handlers = HandlerIsolate.start(name, services, version, bindings);
    var next = new Current(handlers, new ObjectIsolates(services, version, bindings));
    synchronized (this) {
      loading = next;
      if (current == null) {
        current = next;
        return handlers.loaded();
      }
    }
    var _ = handlers.loaded().exceptionally(failure -> drop(next));
    return handlers.loaded().thenRun(() -> release(next, namespaces));
  }

  private static @Nullable Void drop(Current never) {
    never.handlers().closeWhenIdle();
    never.objects().close();
    return null;
  }

  /** From now on {@code next} runs, unless another is loaded by now. */
  private void release(Current next, List<Namespace> namespaces) {
    Current old;
    synchronized (this) {
      if (!next.equals(loading) || current == null) {
        drop(next);
        return;
      }
      old = current;
      current = next;
    }
    old.handlers().closeWhenIdle();
    var reason = ScriptFailure.error(CODE_UPDATED).local().reset().retryable();
    namespaces.forEach(namespace -> namespace.evictAll(reason));
    old.objects().close();
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
   * Runs the default export's {@code email}.
   *
   * @param from the envelope's sender
   * @param to the envelope's recipient
   * @param request has the message for its body
   * @return JSON of {@code outcome, rejectReason, forwards, replies, events}, or of {@code invalid}
   *     for what is no mail
   */
  public CompletableFuture<String> email(String from, String to, RequestMessage request) {
    return current().handlers().email(from, to, request);
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
    var type = object.type();
    var worker =
        type.worker().equals(name)
            ? this
            : services // a facet, of a class that another worker has sent
                .workers()
                .worker(type.worker())
                .orElseThrow(() -> new IllegalStateException(Workers.notFound(type.worker())));
    return worker.startIncarnation(object, openStore(object), () -> facets(object));
  }

  private Incarnation startIncarnation(
      DurableObject object, ObjectStore store, Supplier<FacetStorage> facets) {
    return ScriptIncarnation.start(object, store, facets, services, current().objects());
  }

  private FacetStorage facets(DurableObject object) {
    return storages
        .apply(object.namespace().definition().className())
        .facets(object.root().id().hex());
  }

  /**
   * Does something with an object's storage from outside, in a transaction of its own: between the
   * object's turns if it is in memory, and else without bringing it there. May wait for the disk.
   *
   * @return the result once it is committed
   */
  public <T> CompletableFuture<T> visit(DurableObject object, Function<ObjectStore, T> action) {
    return visit(object, action, () -> {});
  }

  /**
   * The same for who changes what the object may have in its memory too: the object's next event
   * constructs it anew. What it is doing fails with {@code reason}, its hibernatable sockets stay.
   */
  public <T> CompletableFuture<T> visitAndEvict(
      DurableObject object, Function<ObjectStore, T> action, ScriptFailure reason) {
    return visit(object, action, () -> object.evict(reason));
  }

  /**
   * @param leave is run when the action is done, before any turn of the object's own
   */
  private <T> CompletableFuture<T> visit(
      DurableObject object, Function<ObjectStore, T> action, Runnable leave) {
    var guest = new StorageVisit();
    if (object.admit(guest)) {
      return CompletableFuture.completedFuture(guest.pay(object, openStore(object), action));
    }
    return switch (object.incarnation()) {
      case null -> object.isClosed() ? ended(object) : visit(object, action, leave);
      case StorageVisit other -> other.over().thenCompose(free -> visit(object, action, leave));
      case ScriptIncarnation live ->
          live.visit(action, leave)
              .exceptionallyComposeAsync(
                  failure ->
                      failure instanceof CancellationException
                          ? visit(object, action, leave)
                          : CompletableFuture.failedFuture(failure));
      case Incarnation other ->
          throw new IllegalStateException(other + " is no incarnation of a worker's object");
    };
  }

  private static <T> CompletableFuture<T> ended(DurableObject object) {
    return CompletableFuture.failedFuture(
        ScriptFailure.error("The runtime of " + object.title() + " is shut down."));
  }

  private ObjectStore openStore(DurableObject object) {
    var facet = object.facet();
    if (facet.isPresent()) {
      return facets(object).open(facet.get().number());
    }
    return storages
        .apply(object.namespace().definition().className())
        .open(object.id().hex(), object.id().name());
  }

  private synchronized Current current() {
    if (current == null) {
      throw new IllegalStateException("Worker " + name + " has no code yet");
    }
    if (current.handlers().hasEnded()) { // it has used up its processor time, or the memory
      var objects = current.objects();
      var handlers = HandlerIsolate.start(name, services, objects.version(), objects.bindings());
      current = new Current(handlers, objects);
    }
    return current;
  }

  @Override
  public synchronized void close() {
    if (current != null) {
      current.handlers().close();
      current.objects().close();
      current = null;
    }
    if (loading != null) {
      loading.handlers().close();
      loading.objects().close();
      loading = null;
    }
  }
}
