package dev.durascope.runtime.durable;

import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hibernatable sockets of one object, and what the object has asked of them: the automatic
 * reply that they give without waking it, and how long one of their events may take. All of it
 * outlives the incarnation and ends when the object breaks. Usable on any thread; the lock is not
 * held while an event is delivered or a socket closed.
 */
public final class SocketSet {
  /** Cloudflare's limit of sockets that one object may accept. */
  public static final int MAX_SOCKETS = 32_768;

  /** A request text and the reply that is sent without waking the object. */
  public record AutoResponse(String request, String response) {}

  private final SequencedMap<SocketEnd, HibernatableSocket> sockets = new LinkedHashMap<>();
  private final Map<String, Set<HibernatableSocket>> byTag = new LinkedHashMap<>();
  private final Clock clock;
  private final Consumer<Event> deliver;
  private volatile @Nullable AutoResponse autoResponse;
  private volatile long eventTimeoutMillis;

  SocketSet(Clock clock, Consumer<Event> deliver) {
    this.clock = clock;
    this.deliver = deliver;
  }

  /** Takes a socket over: what comes through it is an event of the object from now on. */
  public HibernatableSocket accept(SocketEnd end, List<String> tags) {
    var socket = new HibernatableSocket(end, tags);
    add(socket);
    end.accept(new EventReceiver(socket));
    return socket;
  }

  /** Has what comes through them wait until {@link #adopt} has found them another object. */
  void pause() {
    all().forEach(socket -> socket.end().pause());
  }

  /** Takes over what belonged to an object that has this one's place now. */
  void adopt(SocketSet other) {
    autoResponse = other.autoResponse;
    eventTimeoutMillis = other.eventTimeoutMillis;
    for (var socket : other.takeAll()) {
      add(socket);
      socket.end().accept(new EventReceiver(socket));
    }
  }

  private synchronized void add(HibernatableSocket socket) {
    sockets.put(socket.end(), socket);
    for (var tag : socket.tags()) {
      byTag.computeIfAbsent(tag, key -> new LinkedHashSet<>()).add(socket);
    }
  }

  /** Whether the object has as many as it may. */
  public synchronized boolean isFull() {
    return sockets.size() >= MAX_SOCKETS;
  }

  /** How many there are. */
  public synchronized int count() {
    return sockets.size();
  }

  /** All whose peers have not closed, and whose close has not been handled; the newest first. */
  public synchronized List<HibernatableSocket> all() {
    return List.copyOf(sockets.reversed().values());
  }

  /** Those with a tag, the oldest first. */
  public synchronized List<HibernatableSocket> tagged(String tag) {
    return List.copyOf(byTag.getOrDefault(tag, Set.of()));
  }

  /** The one that stands for {@code end}. */
  public synchronized Optional<HibernatableSocket> find(SocketEnd end) {
    return Optional.ofNullable(sockets.get(end));
  }

  /** Forgets a socket whose close has been handled. */
  public synchronized void remove(HibernatableSocket socket) {
    sockets.remove(socket.end());
    for (var tag : socket.tags()) {
      var tagged = byTag.get(tag);
      if (tagged != null && tagged.remove(socket) && tagged.isEmpty()) {
        byTag.remove(tag);
      }
    }
  }

  /** Sets the automatic reply, or with null takes it away. */
  public void setAutoResponse(@Nullable AutoResponse pair) {
    autoResponse = pair;
  }

  /** The automatic reply. */
  public @Nullable AutoResponse autoResponse() {
    return autoResponse;
  }

  /** Limits what one event of a socket may take, in milliseconds; 0 is no limit. */
  public void setEventTimeout(long millis) {
    eventTimeoutMillis = millis;
  }

  /** What one event of a socket may take, in milliseconds; 0 is no limit. */
  public long eventTimeout() {
    return eventTimeoutMillis;
  }

  /** Closes them all, as when the runtime ends; the peers see {@code code}. */
  void closeAll(int code, String reason) {
    for (var socket : takeAll()) {
      socket.end().close(code, reason, false);
    }
  }

  /** The object was reset: they break, and what it has asked of them is forgotten. */
  void lose() {
    autoResponse = null;
    eventTimeoutMillis = 0;
    closeAll(1006, SocketEnd.DISCONNECTED);
  }

  private synchronized List<HibernatableSocket> takeAll() {
    var all = List.copyOf(sockets.values());
    sockets.clear();
    byTag.clear();
    return all;
  }

  private final class EventReceiver implements SocketEnd.Receiver {
    private final HibernatableSocket socket;

    EventReceiver(HibernatableSocket socket) {
      this.socket = socket;
    }

    @Override
    public void message(SocketEnd.Message message) {
      var auto = autoResponse;
      if (auto != null
          && message instanceof SocketEnd.Message.Text text
          && text.text().equals(auto.request())) {
        socket.autoResponded(clock.millis());
        socket.end().send(new SocketEnd.Message.Text(auto.response()));
      } else if (find(socket.end()).isPresent()) {
        deliver.accept(new Event.SocketMessage(socket, message));
      }
    }

    @Override
    public void closed(int code, String reason, boolean wasClean) {
      if (find(socket.end()).isPresent()) {
        deliver.accept(new Event.SocketClose(socket, code, reason, wasClean));
      }
    }

    @Override
    public void failed(String error) {
      if (find(socket.end()).isPresent()) {
        deliver.accept(new Event.SocketError(socket, error));
      }
    }
  }
}
