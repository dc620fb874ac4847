package dev.durascope.runtime.binding.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.model.config.EffectiveConfig.QueueConsumer;
import dev.durascope.runtime.binding.Kept;
import dev.durascope.runtime.time.ManualClock;
import dev.durascope.runtime.worker.QueueBatch;
import dev.durascope.runtime.worker.QueueBatch.ContentType;
import dev.durascope.runtime.worker.QueueOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** When a queue hands its messages over. */
class QueueBrokerTest {
  private static final QueueOutcome ALL_DONE =
      new QueueOutcome(false, OptionalLong.empty(), Map.of());

  private final ManualClock clock = new ManualClock(1_800_000_000_000L);
  private final Kept kept = new Kept();
  private final QueueBroker queue = QueueBroker.of("jobs", clock, kept);
  private final List<String> batches = new ArrayList<>();
  private QueueOutcome outcome = ALL_DONE;

  private void consume(Optional<Long> size, Optional<Long> timeout, Optional<Long> retries) {
    var settings =
        new QueueConsumer("jobs", size, timeout, retries, Optional.empty(), Optional.of(30L));
    queue.consume(settings, this::handle, text -> {});
  }

  private CompletableFuture<QueueOutcome> handle(QueueBatch batch) {
    var text = new StringBuilder();
    for (var message : batch.messages()) {
      text.append(new String(message.body(), StandardCharsets.UTF_8)).append(message.attempts());
    }
    batches.add(text.toString());
    return CompletableFuture.completedFuture(outcome);
  }

  private void send(String body, long delaySeconds) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    queue.send("send", List.of(new QueueBroker.Sent(ContentType.TEXT, bytes, delaySeconds)));
  }

  @Test
  void aBatchLeavesWhenItIsFull() {
    consume(Optional.of(2L), Optional.of(5L), Optional.empty());
    send("a", 0);
    clock.advance(4_999);
    assertThat(batches).isEmpty();
    send("b", 0);
    clock.advance(0);
    assertThat(batches).containsExactly("a1b1");
  }

  @Test
  void aBatchLeavesWhenItsTimeHasCome() {
    consume(Optional.of(10L), Optional.of(5L), Optional.empty());
    send("a", 0);
    clock.advance(5_000);
    assertThat(batches).containsExactly("a1");
  }

  @Test
  void aDelayedMessageComesLater() {
    consume(Optional.of(1L), Optional.empty(), Optional.empty());
    send("late", 60);
    send("now", 0);
    clock.advance(59_999);
    assertThat(batches).containsExactly("now1");
    clock.advance(1);
    clock.advance(0);
    assertThat(batches).containsExactly("now1", "late1");
  }

  @Test
  void aMessageIsRetriedSoOftenAndNoMore() {
    consume(Optional.of(1L), Optional.empty(), Optional.of(1L));
    outcome = QueueOutcome.FAILED;
    send("a", 0);
    clock.advance(0);
    assertThat(batches).containsExactly("a1");
    clock.advance(30_000);
    clock.advance(0);
    assertThat(batches).containsExactly("a1", "a2");
    clock.advance(3_600_000);
    assertThat(batches).hasSize(2);
  }

  @Test
  void withoutAConsumerMessagesAreLost() {
    send("a", 0);
    consume(Optional.of(1L), Optional.empty(), Optional.empty());
    clock.advance(3_600_000);
    assertThat(batches).isEmpty();
  }
}
