package dev.durascope.runtime.durable;

import dev.durascope.runtime.message.ScriptFailure;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A Durable Object as its host sees it, whether in memory or not: its inbox, its hibernatable
 * sockets, and at most one {@link Incarnation} at a time.
 *
 * <pre>
 *   out of memory ──event──▶ in memory ──idle, evicted, reset──▶ ending ──ended()──▶ out of memory
 *                                                                     └─ events wait ─▶ in memory
 * </pre>
 *
 * <p>A new incarnation starts only when the last one has closed the storage, so two never see the
 * same object. Usable on any thread; the lock is never held while foreign code runs.
 */
public final class DurableObject {
  /** How many texts are remembered as told; later ones are not told any more. */
  private static final int MAX_TOLD = 100;

  private final Namespace namespace;
  private volatile DurableObjectId id;
  private final IncarnationStarter starter;
  private final ObjectListener listener;
  private final SocketSet sockets;
  private final Inbox inbox = new Inbox();
  private Channel channel = new Channel(this);
  private final Facets facets = new Facets(this);
  private final Set<String> told = new HashSet<>();
  private volatile @Nullable Facet facet;
  private @Nullable DurableObject root;
  private @Nullable Incarnation incarnation;
  private boolean ending;
  private @Nullable ScriptFailure closedBy;

  DurableObject(
      Namespace namespace,
      DurableObjectId id,
      IncarnationStarter starter,
      ObjectListener listener) {
    this.namespace = namespace;
    this.id = id;
    this.starter = starter;
    this.listener = listener;
    this.sockets = new SocketSet(namespace.clock(), this::deliver);
  }

  /** An object within another, which is told what it is before its first event. */
  DurableObject(DurableObject outer, DurableObjectId id) {
    this(outer.namespace, id, outer.starter, new WithinListener(outer));
    this.root = outer.root();
  }

  /** A facet's news are the outer object's. */
  private record WithinListener(DurableObject outer) implements ObjectListener {
    @Override
    public void changed(DurableObject object) {
      outer.changed();
    }

    @Override
    public void stored(DurableObject object) {
      outer.stored();
    }
  }

  /** Says what a facet is from now on. */
  void become(Facet what, DurableObjectId newId) {
    facet = what;
    id = newId;
  }

  /** What it is if it is within another object. */
  public Optional<Facet> facet() {
    return Optional.ofNullable(facet);
  }

  /** The object that all of it is within, which is itself if it is no facet. */
  public DurableObject root() {
    return root == null ? this : root;
  }

  /** The objects within it. */
  public Facets facets() {
    return facets;
  }

  /** The class that it is made of. */
  public ObjectClass type() {
    var definition = namespace.definition();
    return facet == null
        ? new ObjectClass(definition.worker(), definition.className())
        : facet.type();
  }

  /** The namespace it belongs to. */
  public Namespace namespace() {
    return namespace;
  }

  /** Its id, with the name where one is known. */
  public DurableObjectId id() {
    return id;
  }

  /** Takes note of the name, which an id that was read from its digits does not tell. */
  void learnName(String name) {
    if (id.name() == null) {
      id = id.named(name);
    }
  }

  /** {@code ChatRoom "lobby"}, or the start of the id where there is no name. */
  public String title() {
    var name = id.name();
    if (facet != null) {
      return facet.type().name() + " \"" + facet.name() + "\"";
    }
    return namespace.definition().className()
        + (name == null ? " " + id.hex().substring(0, 8) : " \"" + name + "\"");
  }

  /** Its hibernatable sockets. */
  public SocketSet sockets() {
    return sockets;
  }

  /** The one dispatch point: queues an event, and brings the object into memory if need be. */
  public void deliver(Event event) {
    Incarnation target = null;
    Optional<ScriptFailure> refusal;
    synchronized (this) {
      refusal = Optional.ofNullable(closedBy).or(() -> inbox.add(event));
      if (refusal.isEmpty()) {
        target = ensureIncarnation();
      }
    }
    if (refusal.isPresent()) {
      event.refuse(refusal.get());
    } else if (target != null) {
      target.wake();
    }
  }

  /**
   * Lets {@code guest} have the object's storage while the object is out of memory. The guest calls
   * {@link #ended} when it leaves; until then events wait.
   *
   * @return whether the place was free
   */
  public synchronized boolean admit(Incarnation guest) {
    if (incarnation != null || closedBy != null) {
      return false;
    }
    incarnation = guest;
    reconsider();
    return true;
  }

  private @Nullable Incarnation ensureIncarnation() {
    if (ending) {
      return null;
    }
    if (incarnation == null) {
      incarnation = starter.start(this);
      reconsider();
    }
    return incarnation;
  }

  /** Gets the sockets of an object that had its id in a class that is no more. */
  void takeOver(DurableObject former) {
    sockets.adopt(former.sockets);
    reconsider();
    changed();
  }

  /** In memory, or with sockets, it is not to be forgotten; within another it is that one's. */
  private synchronized void reconsider() {
    if (root == null) {
      if (incarnation != null || sockets.count() > 0) {
        namespace.keep(this);
      } else {
        namespace.letGo(this);
      }
    }
  }

  /** The next event for {@code taker}; empty when there is none, or when it has been replaced. */
  public synchronized Optional<Event> next(Incarnation taker) {
    return taker.equals(incarnation) && !ending ? inbox.next() : Optional.empty();
  }

  /** Whether events wait to be taken. */
  public synchronized boolean hasWaitingEvents() {
    return !inbox.isEmpty();
  }

  /** The events that wait to be taken, the next first. */
  public synchronized List<Event> waitingEvents() {
    return inbox.all();
  }

  /**
   * Called by an incarnation that is about to end by itself, on its own thread: from now on events
   * wait for the next one. False if an event has come in between: then it has to stay.
   */
  public synchronized boolean beginEnd(Incarnation which) {
    if (!which.equals(incarnation) || !inbox.isEmpty()) {
      return false;
    }
    ending = true;
    return true;
  }

  /**
   * The same for an incarnation that ends between two events: those that wait are for the next one.
   * False if it has been replaced, or ends already.
   */
  public synchronized boolean beginEndBetweenEvents(Incarnation which) {
    if (!which.equals(incarnation) || ending) {
      return false;
    }
    ending = true;
    return true;
  }

  /** Called by an incarnation when its isolate is gone and its storage closed. */
  public void ended(Incarnation which) {
    Incarnation successor = null;
    synchronized (this) {
      if (!which.equals(incarnation)) {
        return;
      }
      incarnation = null;
      ending = false;
      if (!inbox.isEmpty()) {
        successor = ensureIncarnation();
      }
      reconsider();
    }
    if (successor != null) {
      successor.wake();
    }
    changed();
  }

  /**
   * Hibernates the object if it can.
   *
   * @return what keeps it in memory; empty if it is out of memory now
   */
  public CompletableFuture<List<String>> hibernate() {
    var current = incarnation();
    return current == null ? CompletableFuture.completedFuture(List.of()) : current.hibernate();
  }

  /** Takes the object out of memory now; what it is doing fails with {@code reason}. */
  public void evict(ScriptFailure reason) {
    Incarnation current;
    synchronized (this) {
      current = incarnation;
      ending = current != null;
    }
    if (current != null) {
      current.abort(reason);
    }
  }

  /** Resets the object as its own {@code ctx.abort()} does. */
  public void abort(ScriptFailure reason) {
    var current = incarnation();
    if (current == null) {
      sockets.lose();
      reconsider();
    } else {
      current.reset(reason);
    }
  }

  /** Takes the object out of memory for good: what waits and what comes later fails too. */
  void close(ScriptFailure reason) {
    List<Event> waiting;
    synchronized (this) {
      closedBy = reason;
      waiting = inbox.takeAll();
    }
    waiting.forEach(event -> event.fail(reason));
    evict(reason);
  }

  /** Ends a facet by what the outer object says. */
  void end(ScriptFailure reason) {
    List<Event> waiting;
    synchronized (this) {
      channel.breakBy(reason);
      channel = new Channel(this);
      waiting = inbox.takeAll();
    }
    waiting.forEach(event -> event.fail(reason));
    evict(reason);
    sockets.lose();
  }

  /** What a stub that is used from now on holds. */
  public synchronized Channel channel() {
    return channel;
  }

  /**
   * Called by an incarnation that cannot live on, and is to be aborted: what waits fails with it,
   * all channels are broken, and its sockets are lost. The next event over a new channel starts the
   * next incarnation.
   */
  public void reset(Incarnation which, ScriptFailure reason) {
    List<Event> waiting;
    synchronized (this) {
      if (!which.equals(incarnation)) {
        return;
      }
      ending = true;
      channel.breakBy(reason);
      channel = new Channel(this);
      waiting = inbox.takeAll();
    }
    waiting.forEach(event -> event.fail(reason));
    sockets.lose();
  }

  /** Whether it is out of memory for good. */
  public synchronized boolean isClosed() {
    return closedBy != null;
  }

  /** Whether it is in memory, and what it does there. */
  public ObjectState state() {
    var current = incarnation();
    if (current == null) {
      return sockets.count() == 0 ? ObjectState.STORED : ObjectState.HIBERNATED;
    }
    if (current.isPaused()) {
      return ObjectState.PAUSED;
    }
    return current.isBusy() || hasWaitingEvents() ? ObjectState.RUNNING : ObjectState.IDLE;
  }

  /** The incarnation in memory. */
  public synchronized @Nullable Incarnation incarnation() {
    return incarnation;
  }

  /** Whether this is the first time that a text is to be told about the object. */
  public boolean isNews(String text) {
    synchronized (told) {
      return told.size() < MAX_TOLD && told.add(text);
    }
  }

  /** Tells the listener that something about the object is new. */
  public void changed() {
    listener.changed(this);
  }

  /** Tells the listener that writes were committed. */
  public void stored() {
    listener.stored(this);
  }
}
