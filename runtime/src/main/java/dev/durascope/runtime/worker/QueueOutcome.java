package dev.durascope.runtime.worker;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What a {@code queue()} handler has decided; all that is not to be retried is acknowledged.
 *
 * @param retryAll whether all messages are to be retried
 * @param delaySeconds of all that are, where none of their own is given
 * @param retries the messages to be retried, with their delays
 */
public record QueueOutcome(
    boolean retryAll, OptionalLong delaySeconds, Map<String, OptionalLong> retries) {
  public QueueOutcome {
    retries = Map.copyOf(retries);
  }

  /** The handler has failed, so nothing of the batch is done. */
  public static final QueueOutcome FAILED = new QueueOutcome(true, OptionalLong.empty(), Map.of());
}
