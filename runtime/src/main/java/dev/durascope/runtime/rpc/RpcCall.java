package dev.durascope.runtime.rpc;

import dev.durascope.runtime.message.CallMark;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A call of a method, or a read of a property, on its way to a {@link Callee}.
 *
 * <p>The path goes from the callee by names to what is called. That a path has more than one name
 * is how a call on the result of another call, which nobody has awaited, takes one round trip.
 *
 * @param path empty if the callee itself is called
 * @param arguments the array of arguments; null to read the property
 * @param result completes on any thread
 * @param mark what a debugger follows the call by
 */
public record RpcCall(
    List<String> path,
    @Nullable Payload arguments,
    CompletableFuture<RpcResult> result,
    Optional<CallMark> mark) {
  public RpcCall {
    path = List.copyOf(path);
  }

  /** A call that nobody follows. */
  public RpcCall(
      List<String> path, @Nullable Payload arguments, CompletableFuture<RpcResult> result) {
    this(path, arguments, result, Optional.empty());
  }

  /** A call of one method. */
  public static RpcCall of(String method, Payload arguments) {
    return new RpcCall(List.of(method), arguments, new CompletableFuture<>());
  }

  /** What is called, for people. */
  public String name() {
    return path.isEmpty() ? "(this)" : String.join(".", path);
  }

  /** Tells whoever waits that the call has failed; what came with it is given back. */
  public void fail(Throwable reason) {
    if (arguments != null) {
      arguments.dispose();
    }
    result.completeExceptionally(reason);
  }
}
