package dev.durascope.runtime.message;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One end of a WebSocket pair. What is sent into one end comes out of the other, in order; what
 * arrives before {@link #accept} waits.
 *
 * <p>An end outlives the JavaScript object that stands for it: it crosses isolates inside a
 * response, and stays open while the Durable Object that accepted it hibernates. Methods may be
 * called on any thread; a receiver is called on the sender's thread and must only hand over.
 */
public final class SocketEnd {
  /** The reason of a close with 1006: the connection was lost. */
  public static final String DISCONNECTED = "WebSocket disconnected without sending Close frame.";

  /** A message, in the form it was sent in. */
  public sealed interface Message {
    /** A text frame. */
    record Text(String text) implements Message {}

    /** A binary frame; nobody writes to the array. */
    record Binary(byte[] bytes) implements Message {}
  }

  /** Where an accepted end delivers what its peer sends. */
  public interface Receiver {
    /** A message has come. */
    void message(Message message);

    /**
     * The peer has closed.
     *
     * @param code 1005 if it gave none, 1006 if the connection broke
     * @param wasClean whether a close frame came
     */
    void closed(int code, String reason, boolean wasClean);

    /**
     * The peer has broken the protocol, or sent more than is allowed: the connection is no more.
     * Who makes no difference sees a close that was not clean.
     *
     * @param error what the error says that code gets
     */
    default void failed(String error) {
      closed(1006, error, false);
    }
  }

  private sealed interface Arrival {
    record Arrived(Message message) implements Arrival {}

    record Closed(int code, String reason, boolean wasClean) implements Arrival {}

    record Failed(String error) implements Arrival {}
  }

  private final Object lock;
  private final Queue<Arrival> early = new ArrayDeque<>();
  private @Nullable SocketEnd peer;
  private @Nullable Receiver receiver;
  private volatile byte @Nullable [] attachment;
  private boolean closeSent;
  private boolean closeReceived;

  private SocketEnd(Object lock) {
    this.lock = lock;
  }

  /** The two ends of a pair. */
  public record Pair(SocketEnd first, SocketEnd second) {}

  /** Makes a new pair. */
  public static Pair pair() {
    var lock = new Object();
    var first = new SocketEnd(lock);
    var second = new SocketEnd(lock);
    first.peer = second;
    second.peer = first;
    return new Pair(first, second);
  }

  /**
   * Starts delivery to {@code target}, with what has waited first. Again calls exchange the
   * receiver, as an object does that hibernates.
   */
  public void accept(Receiver target) {
    synchronized (lock) {
      receiver = target;
      while (!early.isEmpty()) {
        deliver(target, early.remove());
      }
    }
  }

  /** Has what arrives wait again until somebody accepts the end. */
  public void pause() {
    synchronized (lock) {
      receiver = null;
    }
  }

  /** Sends to the peer; false if this end has closed. */
  public boolean send(Message message) {
    synchronized (lock) {
      if (closeSent) {
        return false;
      }
      arriveAtPeer(new Arrival.Arrived(message));
      return true;
    }
  }

  /** Closes this end; false if it already was. */
  public boolean close(int code, String reason, boolean wasClean) {
    return end(new Arrival.Closed(code, reason, wasClean));
  }

  /** Ends it by an error that the peer gets to see; false if it was closed before. */
  public boolean fail(String error) {
    return end(new Arrival.Failed(error));
  }

  private boolean end(Arrival last) {
    synchronized (lock) {
      if (closeSent) {
        return false;
      }
      closeSent = true;
      arriveAtPeer(last);
      return true;
    }
  }

  /** Whether this end has sent its close. */
  public boolean isCloseSent() {
    synchronized (lock) {
      return closeSent;
    }
  }

  /** Whether the peer's close has come. */
  public boolean isCloseReceived() {
    synchronized (lock) {
      return closeReceived;
    }
  }

  /** What {@code serializeAttachment()} stored with this end, in V8's serialization. */
  public byte @Nullable [] attachment() {
    return attachment;
  }

  /** Stores an attachment; nobody writes to the array. */
  public void setAttachment(byte[] bytes) {
    attachment = bytes;
  }

  private void arriveAtPeer(Arrival arrival) {
    var target = peer;
    if (target == null) {
      return;
    }
    if (!(arrival instanceof Arrival.Arrived)) {
      target.closeReceived = true;
    }
    if (target.receiver == null) {
      target.early.add(arrival);
    } else {
      deliver(target.receiver, arrival);
    }
  }

  private static void deliver(Receiver target, Arrival arrival) {
    switch (arrival) {
      case Arrival.Arrived arrived -> target.message(arrived.message());
      case Arrival.Closed closed ->
          target.closed(closed.code(), closed.reason(), closed.wasClean());
      case Arrival.Failed failed -> target.failed(failed.error());
    }
  }
}
