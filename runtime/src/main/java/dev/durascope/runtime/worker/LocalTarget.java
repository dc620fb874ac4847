package dev.durascope.runtime.worker;

import dev.durascope.runtime.rpc.RpcCall;
import dev.durascope.runtime.rpc.Stub;
import dev.durascope.runtime.script.TurnGate;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A function, an {@code RpcTarget} or a result of this isolate that others hold stubs of.
 *
 * @param entrance where calls come in: what was made inside of a {@code blockConcurrencyWhile()}
 *     may be called while that lasts, as it may be what is waited for
 * @param disposer what to run in the end in place of its {@code Symbol.dispose}; null for that
 * @param lent stubs within a result, which are this isolate's until the result is let go
 */
record LocalTarget(
    RpcServer server,
    Value value,
    Access access,
    TurnGate.Entrance entrance,
    boolean holds,
    @Nullable Value disposer,
    List<Stub> lent)
    implements Stub.Target {
  @Override
  public void call(RpcCall call) {
    server.call(this, call);
  }

  @Override
  public void released() {
    server.released(this);
  }
}
