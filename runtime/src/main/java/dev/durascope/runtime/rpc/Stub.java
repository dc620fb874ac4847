package dev.durascope.runtime.rpc;

import dev.durascope.runtime.message.ScriptFailure;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A reference to something that lives in an isolate. Each is closed once by its one owner; when the
 * last is closed the target hears of it, and may run its {@code Symbol.dispose}.
 */
public final class Stub implements Callee, Lease {
  /** What stubs of this kind refer to. */
  public interface Target extends Callee {
    /** No stub refers to it any more. */
    void released();
  }

  private final Target target;
  private final AtomicInteger references;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Stub(Target target, AtomicInteger references) {
    this.target = target;
    this.references = references;
  }

  /** The first stub of a target. */
  public static Stub to(Target target) {
    return new Stub(target, new AtomicInteger(1));
  }

  /** One more stub of the same target; this one must be open. */
  public Stub dup() {
    references.incrementAndGet();
    return new Stub(target, references);
  }

  /** What it refers to. */
  public Target target() {
    return target;
  }

  /** Whether it has been closed. */
  public boolean isClosed() {
    return closed.get();
  }

  @Override
  public void call(RpcCall call) {
    if (closed.get()) {
      call.fail(ScriptFailure.error("RPC stub used after being disposed."));
    } else {
      target.call(call);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true) && references.decrementAndGet() == 0) {
      target.released();
    }
  }
}
