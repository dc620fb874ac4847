package dev.durascope.runtime.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ByteChannelTest {
  private static final int MAX_CHUNKS = 16;

  private final ByteChannel channel = new ByteChannel();

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  private static String text(CompletableFuture<byte[]> chunk) {
    assertThat(chunk).isCompleted();
    var bytes = chunk.resultNow();
    return bytes == null ? "(end)" : new String(bytes, US_ASCII);
  }

  @Test
  void aReaderThatWaitsHearsOfAWriteAtOnce() {
    var first = channel.read();
    assertThat(channel.write(bytes("a"))).isCompleted();
    assertThat(text(first)).isEqualTo("a");
  }

  @Test
  void ofWhatIsAddedItHearsWhenItIsTold() {
    var first = channel.read();
    assertThat(channel.add(bytes("a"))).isTrue();
    assertThat(channel.add(bytes("b"))).isTrue();
    assertThat(first).isNotDone();
    channel.tell();
    assertThat(text(first)).isEqualTo("a");
    assertThat(text(channel.read())).isEqualTo("b");
  }

  @Test
  void orWhenThatIsMuch() {
    var first = channel.read();
    channel.add(new byte[400 << 10]);
    assertThat(first).isNotDone();
    channel.add(new byte[200 << 10]);
    assertThat(first).isCompleted();
  }

  @Test
  void theEndComesAfterWhatWasAdded() {
    var first = channel.read();
    channel.add(bytes("a"));
    channel.end();
    assertThat(text(first)).isEqualTo("a");
    assertThat(text(channel.read())).isEqualTo("(end)");
  }

  @Test
  void theLossOfTheWriterComesAfterWhatWasAdded() {
    var first = channel.read();
    channel.add(bytes("a"));
    channel.breakOff(new IllegalStateException("lost"));
    assertThat(text(first)).isEqualTo("a");
    assertThat(channel.read()).isCompletedExceptionally();
  }

  @Test
  void aWriterThatHasWaitedGoesOnWhenHalfWasRead() {
    for (var i = 1; i < MAX_CHUNKS; i++) {
      assertThat(channel.add(bytes("x"))).isTrue();
    }
    assertThat(channel.add(bytes("x"))).isFalse();
    var room = channel.room();
    for (var i = 1; i < MAX_CHUNKS / 2; i++) {
      var _ = channel.read();
    }
    assertThat(room).isNotDone();
    var _ = channel.read();
    assertThat(room).isCompleted();
  }

  @Test
  void aCancelledReaderTellsTheWriter() {
    channel.cancel();
    assertThat(channel.add(bytes("a"))).isFalse();
    assertThat(channel.room()).isCancelled();
  }
}
