package dev.durascope.runtime.binding.queue;

import dev.durascope.model.config.EffectiveConfig.QueueConsumer;
import dev.durascope.runtime.binding.Kept;
import dev.durascope.runtime.script.ScriptError;
import dev.durascope.runtime.time.Clock;
import dev.durascope.runtime.worker.QueueBatch;
import dev.durascope.runtime.worker.QueueBatch.ContentType;
import dev.durascope.runtime.worker.QueueOutcome;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One queue: messages wait until there are enough for a batch, or long enough, and then go to the
 * one consumer. What it does not acknowledge comes again, and after the last attempt goes to the
 * dead letter queue. Messages are lost with the process, and at once where nobody consumes them.
 *
 * <p>Usable on any thread; time is the clock's.
 *
 * @see <a href="https://developers.cloudflare.com/queues/platform/limits/">the limits</a>
 */
public final class QueueBroker implements Kept.Resource {
  static final int MAX_MESSAGE_BYTES = 128_000;
  static final int MAX_BATCH_MESSAGES = 100;
  static final int MAX_BATCH_BYTES = 288_000;
  static final long MAX_DELAY_SECONDS = 86_400;
  static final long DEFAULT_BATCH_SIZE = 5;
  static final long DEFAULT_BATCH_SECONDS = 1;
  static final long DEFAULT_RETRIES = 2;

  private static final int ID_BYTES = 16;
  private static final long SECOND_MILLIS = 1_000;

  /** Runs a consumer's handler. */
  @FunctionalInterface
  public interface Handler {
    /** The handler's decision; fails where the handler fails. */
    CompletableFuture<QueueOutcome> handle(QueueBatch batch);
  }

  /** A message on its way into the queue. */
  record Sent(ContentType type, byte[] body, long delaySeconds) {}

  /** A message in the queue. */
  private record Waiting(
      String id, long timestamp, ContentType type, byte[] body, int failedAttempts) {
    Waiting failedOnceMore() {
      return new Waiting(id, timestamp, type, body, failedAttempts + 1);
    }
  }

  private record Consuming(QueueConsumer settings, Handler handler, Consumer<String> log) {
    long batchSize() {
      return Math.max(1, settings.maxBatchSize().orElse(DEFAULT_BATCH_SIZE));
    }

    long maxAttempts() {
      return settings.maxRetries().orElse(DEFAULT_RETRIES) + 1;
    }
  }

  private final String name;
  private final Clock clock;
  private final Kept kept;
  private final SecureRandom random = new SecureRandom();
  private final List<Waiting> messages = new ArrayList<>();
  private @Nullable Consuming consuming;
  private Clock.@Nullable Timer flush;
  private boolean flushIsDue;

  private QueueBroker(String name, Clock clock, Kept kept) {
    this.name = name;
    this.clock = clock;
    this.kept = kept;
  }

  /** The queue of a name. */
  public static QueueBroker of(String name, Clock clock, Kept kept) {
    return kept.get(QueueBroker.class, name, key -> new QueueBroker(key, clock, kept));
  }

  String name() {
    return name;
  }

  /** From now on {@code handler} gets the messages. */
  public synchronized void consume(QueueConsumer settings, Handler handler, Consumer<String> log) {
    consuming = new Consuming(settings, handler, log);
  }

  /** How many messages wait, of how many bytes, since when; 0 for nothing. */
  synchronized Object[] metrics() {
    return new Object[] {messages.size(), bytes(), oldest()};
  }

  private long bytes() {
    return messages.stream().mapToLong(message -> message.body().length).sum();
  }

  private long oldest() {
    return messages.isEmpty() ? 0 : messages.getFirst().timestamp();
  }

  /**
   * Takes messages in, and gives the metrics of the moment before.
   *
   * @param action {@code send} or {@code sendBatch}, for errors
   */
  synchronized Object[] send(String action, List<Sent> batch) {
    check(action, batch);
    var before = metrics();
    if (consuming == null) {
      return before;
    }
    for (var sent : batch) {
      var message = new Waiting(newId(), clock.millis(), sent.type(), sent.body(), 0);
      enqueueAfter(message, sent.delaySeconds());
    }
    return before;
  }

  private static void check(String action, List<Sent> batch) {
    var total = 0L;
    for (var sent : batch) {
      var size = sent.body().length;
      total += size;
      if (size > MAX_MESSAGE_BYTES) {
        throw failed(
            action,
            action.equals("send")
                ? "message length of " + size + " bytes exceeds limit of " + MAX_MESSAGE_BYTES
                : "message in batch has length "
                    + size
                    + " bytes which exceeds single message size limit of "
                    + MAX_MESSAGE_BYTES);
      }
      if (sent.delaySeconds() < 0 || sent.delaySeconds() > MAX_DELAY_SECONDS) {
        throw failed(action, "message delay " + sent.delaySeconds() + " is invalid");
      }
    }
    if (batch.size() > MAX_BATCH_MESSAGES) {
      throw failed(
          action,
          "batch message count of " + batch.size() + " exceeds limit of " + MAX_BATCH_MESSAGES);
    }
    if (total > MAX_BATCH_BYTES) {
      throw failed(action, "batch size of " + total + " bytes exceeds limit of " + MAX_BATCH_BYTES);
    }
  }

  private static ScriptError failed(String action, String why) {
    return ScriptError.error("Queue " + action + " failed: " + why);
  }

  private String newId() {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private synchronized void enqueueAfter(Waiting message, long delaySeconds) {
    if (delaySeconds > 0) {
      clock.schedule(clock.millis() + delaySeconds * SECOND_MILLIS, () -> enqueueAfter(message, 0));
      return;
    }
    messages.add(message);
    ensureFlush();
  }

  /** Sees to it that a batch leaves when it is full, or when its time has come. */
  private synchronized void ensureFlush() {
    var current = consuming;
    if (current == null) {
      return;
    }
    var isFull = messages.size() >= current.batchSize();
    if (flush != null) {
      if (flushIsDue || !isFull) {
        return;
      }
      flush.cancel();
    }
    var seconds = isFull ? 0 : current.settings().maxBatchTimeout().orElse(DEFAULT_BATCH_SECONDS);
    flushIsDue = seconds == 0;
    flush = clock.schedule(clock.millis() + seconds * SECOND_MILLIS, this::flush);
  }

  private void flush() {
    Consuming current;
    List<Waiting> batch;
    QueueBatch handed;
    synchronized (this) {
      current = consuming;
      if (current == null) {
        return;
      }
      var first = messages.subList(0, (int) Math.min(current.batchSize(), messages.size()));
      batch = List.copyOf(first);
      first.clear();
      handed =
          new QueueBatch(
              name,
              batch.stream().map(QueueBroker::handed).toList(),
              messages.size(),
              bytes(),
              oldest());
    }
    var consumer = current;
    var _ =
        consumer
            .handler()
            .handle(handed)
            .whenComplete(
                (outcome, failure) ->
                    settle(consumer, batch, failure == null ? outcome : QueueOutcome.FAILED));
  }

  private static QueueBatch.Message handed(Waiting message) {
    return new QueueBatch.Message(
        message.id(),
        message.timestamp(),
        message.failedAttempts() + 1,
        message.type(),
        message.body());
  }

  private void settle(Consuming consumer, List<Waiting> batch, QueueOutcome outcome) {
    var acknowledged = 0;
    for (var message : batch) {
      var own = outcome.retries().get(message.id());
      if (!outcome.retryAll() && own == null) {
        acknowledged++;
        continue;
      }
      var common = outcome.delaySeconds().orElse(consumer.settings().retryDelay().orElse(0L));
      retry(consumer, message.failedOnceMore(), own == null ? common : own.orElse(common));
    }
    consumer.log().accept("QUEUE " + name + " " + acknowledged + "/" + batch.size());
    synchronized (this) {
      flush = null;
      if (!messages.isEmpty()) {
        ensureFlush();
      }
    }
  }

  private void retry(Consuming consumer, Waiting message, long delaySeconds) {
    var attempts = consumer.maxAttempts();
    if (message.failedAttempts() < attempts) {
      enqueueAfter(message, delaySeconds);
      return;
    }
    var after = " after " + attempts + " failed attempt" + (attempts == 1 ? "" : "s");
    var about = "message \"" + message.id() + "\" on queue \"" + name + "\"";
    var dead = consumer.settings().deadLetterQueue();
    if (dead.isEmpty()) {
      consumer.log().accept("Dropped " + about + after + "!");
      return;
    }
    consumer
        .log()
        .accept("Moving " + about + " to dead letter queue \"" + dead.get() + "\"" + after + "...");
    of(dead.get(), clock, kept).takeOver(message);
  }

  /** Takes a message of another queue, with its id and its time, for new attempts. */
  private synchronized void takeOver(Waiting message) {
    if (consuming != null) {
      enqueueAfter(
          new Waiting(message.id(), message.timestamp(), message.type(), message.body(), 0), 0);
    }
  }

  @Override
  public synchronized void close() {
    consuming = null;
    messages.clear();
    if (flush != null) {
      flush.cancel();
      flush = null;
    }
  }
}
