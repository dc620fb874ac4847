package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.ConsoleLine;
import dev.durascope.runtime.api.MessageBridge;
import dev.durascope.runtime.api.Outbox;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.script.ScriptError;
import dev.durascope.runtime.time.Clock;
import dev.durascope.runtime.wire.js.StructuredClone;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What bindings see of a {@link WorkerIsolate}. */
record IsolateBindingContext(WorkerIsolate worker, Isolate isolate, Clock clock)
    implements BindingContext {
  private static final Logger LOG = System.getLogger(IsolateBindingContext.class.getName());

  @Override
  public Outbox outbox() {
    return worker.resident().io().outbox();
  }

  @Override
  public MessageBridge bridge() {
    return worker.bridge();
  }

  @Override
  public StructuredClone structuredClone() {
    return worker.structuredClone();
  }

  @Override
  public byte[] serialize(HostGroup.Arguments arguments, int index) {
    return worker.structuredClone().serialize(arguments.value(index));
  }

  @Override
  public void log(String level, String text) {
    worker.log().console(isolate, worker.resident().title(), ConsoleLine.of(level, text));
  }

  @Override
  public void answer(CompletableFuture<?> outcome, HostGroup.Arguments arguments, int index) {
    var back = isolate.continuation();
    var done = arguments.value(index);
    var failed = arguments.value(index + 1);
    var _ =
        outcome.whenComplete(
            (result, failure) -> {
              if (failure == null) {
                back.post(() -> done.executeVoid(results(result)));
              } else {
                var error = scriptError(failure);
                back.post(() -> failed.executeVoid(error.name(), error.text()));
              }
            });
  }

  private @Nullable Object[] results(@Nullable Object result) {
    if (!(result instanceof Object[] several)) {
      return new @Nullable Object[] {toScript(result)};
    }
    var results = new @Nullable Object[several.length];
    for (var i = 0; i < results.length; i++) {
      results[i] = toScript(several[i]);
    }
    return results;
  }

  private @Nullable Object toScript(@Nullable Object result) {
    if (result instanceof ResponseMessage response) {
      return bridge().response(response);
    }
    return result instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : result;
  }

  private static ScriptError scriptError(Throwable failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof ScriptError error) {
      return error;
    }
    LOG.log(Level.ERROR, "A binding has failed", cause);
    return ScriptError.error("Internal error: " + cause);
  }
}
