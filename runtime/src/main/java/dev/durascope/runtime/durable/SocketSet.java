package dev.durascope.runtime.durable;

import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hibernatable sockets of one object, in the order of acceptance, and the automatic reply that
 * they give without waking it. Usable on any thread.
 */
public final class SocketSet {
  /** A request text and the reply that is sent without waking the object. */
  public record AutoResponse(String request, String response) {}

  private final CopyOnWriteArrayList<HibernatableSocket> sockets = new CopyOnWriteArrayList<>();
  private final Clock clock;
  private final Consumer<Event> deliver;
  private volatile @Nullable AutoResponse autoResponse;

  SocketSet(Clock clock, Consumer<Event> deliver) {
    this.clock = clock;
    this.deliver = deliver;
  }

  /** Takes a socket over: what comes through it is an event of the object from now on. */
  public HibernatableSocket accept(SocketEnd end, List<String> tags) {
    var socket = new HibernatableSocket(end, tags);
    sockets.add(socket);
    end.accept(new EventReceiver(socket));
    return socket;
  }

  /** All sockets that are open, or closed with their close event still to be handled. */
  public List<HibernatableSocket> all() {
    return List.copyOf(sockets);
  }

  /** The one that stands for {@code end}. */
  public Optional<HibernatableSocket> find(SocketEnd end) {
    return sockets.stream().filter(socket -> socket.end().equals(end)).findFirst();
  }

  /** Forgets a socket whose close has been handled, or that the object has closed itself. */
  public void remove(HibernatableSocket socket) {
    sockets.remove(socket);
  }

  /** Sets the automatic reply, or with null takes it away. */
  public void setAutoResponse(@Nullable AutoResponse pair) {
    autoResponse = pair;
  }

  /** The automatic reply. */
  public @Nullable AutoResponse autoResponse() {
    return autoResponse;
  }

  /** Closes them all, as when the object is lost; the peers see {@code code}. */
  void closeAll(int code, String reason) {
    for (var socket : sockets) {
      socket.end().close(code, reason, false);
    }
    sockets.clear();
  }

  /** Closes them all as a broken connection does; nothing more is heard of them. */
  void lose() {
    for (var socket : sockets) {
      socket.lose();
      socket.end().close(1006, SocketEnd.DISCONNECTED, false);
    }
    sockets.clear();
  }

  private final class EventReceiver implements SocketEnd.Receiver {
    private final HibernatableSocket socket;

    EventReceiver(HibernatableSocket socket) {
      this.socket = socket;
    }

    @Override
    public void message(SocketEnd.Message message) {
      if (socket.isLost()) {
        return;
      }
      var auto = autoResponse;
      if (auto != null
          && message instanceof SocketEnd.Message.Text text
          && text.text().equals(auto.request())) {
        socket.autoResponded(clock.millis());
        socket.end().send(new SocketEnd.Message.Text(auto.response()));
      } else {
        deliver.accept(new Event.SocketMessage(socket, message));
      }
    }

    @Override
    public void closed(int code, String reason, boolean wasClean) {
      if (socket.isLost()) {
        return;
      }
      deliver.accept(new Event.SocketClose(socket, code, reason, wasClean));
    }
  }
}
