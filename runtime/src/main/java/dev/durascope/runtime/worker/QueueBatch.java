package dev.durascope.runtime.worker;

import java.util.List;

/**
 * Messages of a queue that are handed to a {@code queue()} handler together.
 *
 * @param backlogCount how many more are waiting, of {@code backlogBytes} in all
 * @param oldestMillis since when the oldest of those is waiting, 0 for none
 */
public record QueueBatch(
    String queue, List<Message> messages, long backlogCount, long backlogBytes, long oldestMillis) {
  /** In which form a message's body travels. */
  public enum ContentType {
    TEXT,
    JSON,
    BYTES,
    V8
  }

  /**
   * One message.
   *
   * @param timestamp when it was sent, in milliseconds since 1970
   * @param attempts which attempt this is, from 1
   */
  public record Message(
      String id, long timestamp, int attempts, ContentType contentType, byte[] body) {}

  public QueueBatch {
    messages = List.copyOf(messages);
  }
}
