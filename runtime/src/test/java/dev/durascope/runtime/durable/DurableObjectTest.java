package dev.durascope.runtime.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.rpc.Payload;
import dev.durascope.runtime.rpc.RpcCall;
import dev.durascope.runtime.rpc.RpcResult;
import dev.durascope.runtime.time.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * The object's life beside its incarnations, which are stood in for by ones that only note down.
 */
final class DurableObjectTest {
  private final List<Noting> started = new ArrayList<>();
  private final Namespace namespace =
      new Namespace(
          new DurableClass("chat", "ChatRoom", true),
          new ManualClock(0),
          new Random(1),
          object -> {
            var incarnation = new Noting();
            started.add(incarnation);
            return incarnation;
          },
          new Unheard());
  private final DurableObject object = namespace.object(namespace.ids().fromName("lobby"));

  @Test
  void eventsThatWaitForAnEndingIncarnationStartTheNext() {
    object.deliver(call(new CompletableFuture<>()));
    object.evict(ScriptFailure.error("Evicted"));
    object.deliver(call(new CompletableFuture<>()));
    assertThat(started).hasSize(1);

    object.ended(started.getFirst());
    assertThat(started).hasSize(2);
  }

  @Test
  void closingFailsWhatWaitsAndStartsNothingMore() {
    var waiting = new CompletableFuture<RpcResult>();
    object.deliver(call(waiting));

    namespace.close();
    assertThat(started.getFirst().aborted).isTrue();
    assertThat(waiting).isCompletedExceptionally();

    var late = new CompletableFuture<RpcResult>();
    object.deliver(call(late));
    object.ended(started.getFirst());
    assertThat(late).isCompletedExceptionally();
    assertThat(started).hasSize(1);
  }

  @Test
  void anObjectThatNobodyHoldsIsForgottenOnceItIsOutOfMemory() {
    for (var i = 0; i < 100; i++) {
      namespace.object(namespace.ids().fromName("guest " + i)).deliver(call());
    }
    collectGarbage();
    assertThat(namespace.objects()).hasSize(100);
    assertThat(namespace.known()).isEqualTo(101);

    var held = namespace.objects().iterator().next();
    started.clear();
    for (var other : namespace.objects()) {
      var incarnation = Objects.requireNonNull(other.incarnation());
      assertThat(other.next(incarnation)).isPresent();
      other.ended(incarnation);
    }
    assertThat(namespace.objects()).isEmpty();
    for (var tries = 0; namespace.known() > 2 && tries < 100; tries++) {
      collectGarbage();
    }
    assertThat(namespace.known()).isEqualTo(2);
    assertThat(namespace.object(held.id())).isSameAs(held);
    assertThat(namespace.object(object.id())).isSameAs(object);
  }

  @Test
  void anObjectThatWasForgottenIsClosedWithItsNamespaceAllTheSame() {
    namespace.close();
    var late = new CompletableFuture<RpcResult>();
    namespace.object(namespace.ids().fromName("late")).deliver(call(late));
    assertThat(late).isCompletedExceptionally();
    assertThat(started).isEmpty();
  }

  private static void collectGarbage() {
    System.gc();
  }

  private static Event call() {
    return call(new CompletableFuture<>());
  }

  private static Event call(CompletableFuture<RpcResult> result) {
    return new Event.Call(new RpcCall(List.of("greet"), Payload.of(new byte[0]), result));
  }

  /** Does nothing but remember that it was aborted. */
  private static final class Noting implements Incarnation {
    private boolean aborted;

    @Override
    public void wake() {}

    @Override
    public CompletableFuture<List<String>> hibernate() {
      return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public void abort(ScriptFailure reason) {
      aborted = true;
    }

    @Override
    public void reset(ScriptFailure reason) {
      abort(reason);
    }

    @Override
    public boolean isBusy() {
      return false;
    }

    @Override
    public boolean isPaused() {
      return false;
    }

    @Override
    public int regularSockets() {
      return 0;
    }
  }

  /** Nobody listens. */
  private static final class Unheard implements ObjectListener {
    @Override
    public void changed(DurableObject object) {}

    @Override
    public void stored(DurableObject object) {}
  }
}
