package dev.durascope.runtime.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.rpc.Payload;
import dev.durascope.runtime.rpc.RpcCall;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The queue of an object that does not keep up. */
final class InboxTest {
  private final Inbox inbox = new Inbox();

  private static Event call(int bytes) {
    return new Event.Call(
        new RpcCall(List.of("greet"), Payload.of(new byte[bytes]), new CompletableFuture<>()));
  }

  private static void isOverloaded(Optional<ScriptFailure> refusal, String why) {
    assertThat(refusal)
        .hasValueSatisfying(
            failure -> {
              assertThat(failure).hasMessage("Durable Object is overloaded. " + why);
              assertThat(failure.isOverloaded()).isTrue();
              assertThat(failure.isReset() || failure.isRemote()).isFalse();
            });
  }

  @Test
  void tooManyCallsAreRefused() {
    for (var i = 0; i < Inbox.MAX_EVENTS; i++) {
      assertThat(inbox.add(call(1))).isEmpty();
    }
    isOverloaded(inbox.add(call(1)), "Too many requests queued.");
    assertThat(inbox.next()).isPresent();
    assertThat(inbox.add(call(1))).isEmpty();
  }

  @Test
  void tooMuchDataIsRefused() {
    var half = (int) (Inbox.MAX_BYTES / 2);
    assertThat(inbox.add(call(half))).isEmpty();
    assertThat(inbox.add(call(half))).isEmpty();
    isOverloaded(inbox.add(call(1)), "Too much data queued.");
    assertThat(inbox.takeAll()).hasSize(2);
    assertThat(inbox.add(call(1))).isEmpty();
  }

  @Test
  void whatNobodyWouldSendAgainIsNeverRefused() {
    for (var i = 0; i < Inbox.MAX_EVENTS; i++) {
      assertThat(inbox.add(call(0))).isEmpty();
    }
    assertThat(inbox.add(new Event.Alarm(1, 0, new CompletableFuture<>()))).isEmpty();
  }
}
