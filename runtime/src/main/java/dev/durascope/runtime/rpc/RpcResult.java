package dev.durascope.runtime.rpc;

import org.jspecify.annotations.Nullable;

/**
 * What a call gives.
 *
 * @param value copied, the stubs within it owned by the caller
 * @param pipeline the value where it was made, for calls that were made on the result before it
 *     came; null if nothing can be called on it
 * @param hasDisposer whether the value has a {@code Symbol.dispose} of its own there: then the
 *     caller's disposal of the result has to reach it
 */
public record RpcResult(Payload value, @Nullable Stub pipeline, boolean hasDisposer)
    implements Lease {
  /** A value on which nothing can be called. */
  public static RpcResult of(Payload value) {
    return new RpcResult(value, null, false);
  }

  /** Gives the stubs in the value back, and lets go of the value where it was made. */
  @Override
  public void close() {
    value.dispose();
    releasePipeline();
  }

  /** Lets go of the value where it was made. */
  public void releasePipeline() {
    if (pipeline != null) {
      pipeline.close();
    }
  }
}
