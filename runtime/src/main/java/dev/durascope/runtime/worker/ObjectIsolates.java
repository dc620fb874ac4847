package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the objects of one version of a worker live. As long as few are in memory each has an
 * isolate of its own: in the debugger it is a thread of its own, and what it does keeps no other
 * from running. Beyond that they share some, which stay when an object leaves, so that the next one
 * costs a constructor and not the evaluation of all code. Usable on any thread.
 */
final class ObjectIsolates implements AutoCloseable {
  /**
   * So many isolates are shared. They run beside each other, so it is a few for each processor of
   * an ordinary machine; more of them would only wait.
   */
  static final int MAX_SHARED = 8;

  private final Services services;
  private final WorkerVersion version;
  private final Bindings bindings;
  private final List<ObjectIsolate> shared = new ArrayList<>();
  private int opened;
  private boolean closed;

  ObjectIsolates(Services services, WorkerVersion version, Bindings bindings) {
    this.services = services;
    this.version = version;
    this.bindings = bindings;
  }

  WorkerVersion version() {
    return version;
  }

  Bindings bindings() {
    return bindings;
  }

  /** A place for an object, which counts among the live ones from now on. */
  synchronized ObjectIsolate place(DurableObject object) {
    var live = services.workers().liveObjects().enter();
    if (live <= services.ownIsolates() || closed) {
      return new ObjectIsolate(
          ObjectIsolate.Kind.OWN, object.title(), services, version, bindings, isolate -> {});
    }
    var emptiest = shared.stream().min(Comparator.comparingInt(ObjectIsolate::population));
    if (emptiest.isPresent() && (shared.size() == MAX_SHARED || emptiest.get().population() == 0)) {
      return emptiest.get();
    }
    var isolate =
        new ObjectIsolate(
            ObjectIsolate.Kind.SHARED,
            "Objects of " + services.worker() + " (" + ++opened + ")",
            services,
            version,
            bindings,
            this::forget);
    shared.add(isolate);
    return isolate;
  }

  private synchronized void forget(ObjectIsolate isolate) {
    shared.remove(isolate);
  }

  /** Ends the shared ones. */
  @Override
  public void close() {
    List<ObjectIsolate> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(shared);
    }
    all.forEach(ObjectIsolate::close);
  }
}
