package dev.durascope.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.message.ByteChannel;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.script.ModuleTable;
import dev.durascope.runtime.script.ScriptEngine;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A turn may write so much, and the next one as much again. */
class UntoldTest {
  private static final int MAX_CHUNKS = 64;
  private static final int CHUNK_BYTES = 1024;

  private final ScriptEngine engine = new ScriptEngine();
  private final ByteChannel channel = new ByteChannel();
  private Isolate isolate;
  private Untold untold;

  @BeforeEach
  void start() {
    isolate = Isolate.start("untold", engine, new ModuleTable(), BehaviourTest::groups);
    untold = inATurn(() -> new Untold(isolate.loop()));
  }

  @AfterEach
  void stop() {
    isolate.close();
    engine.close();
  }

  @Test
  void aTurnThatHasWrittenManyChunksShouldEnd() {
    for (var turn = 0; turn < 2; turn++) {
      assertThat(inATurn(this::chunksUntilEnough)).isEqualTo(MAX_CHUNKS);
    }
  }

  @Test
  void soShouldOneThatHasWrittenManyBytes() {
    assertThat(inATurn(() -> untold.wrote(channel, 1 << 20))).isFalse();
    assertThat(inATurn(() -> untold.wrote(channel, CHUNK_BYTES))).isTrue();
  }

  private int chunksUntilEnough() {
    var chunks = 1;
    while (untold.wrote(channel, CHUNK_BYTES)) {
      chunks++;
    }
    return chunks;
  }

  private <T> T inATurn(Supplier<T> action) {
    var result = new CompletableFuture<T>();
    isolate.post(() -> result.complete(action.get()));
    return result.join();
  }
}
