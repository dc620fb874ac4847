package dev.durascope.runtime.durable;

import dev.durascope.runtime.message.SocketEnd;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A socket that an object has taken with {@code acceptWebSocket()}. It belongs to the object, not
 * to the incarnation: it stays open while the object hibernates, and what comes through it is an
 * event that wakes the object.
 */
public final class HibernatableSocket {
  private final SocketEnd end;
  private final List<String> tags;
  private volatile @Nullable Long autoResponseTimestamp;

  HibernatableSocket(SocketEnd end, List<String> tags) {
    this.end = end;
    this.tags = List.copyOf(tags);
  }

  /** The object's end of the pair. */
  public SocketEnd end() {
    return end;
  }

  /** The tags given at acceptance, in order. */
  public List<String> tags() {
    return tags;
  }

  /**
   * When the automatic reply was last sent, in milliseconds since the Unix epoch; null if never.
   */
  public @Nullable Long autoResponseTimestamp() {
    return autoResponseTimestamp;
  }

  void autoResponded(long atMillis) {
    autoResponseTimestamp = atMillis;
  }
}
