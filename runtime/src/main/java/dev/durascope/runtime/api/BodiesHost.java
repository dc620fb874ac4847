package dev.durascope.runtime.api;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.ByteChannel;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.script.ScriptError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * {@code host.bodies}: bodies as JavaScript holds them, as opaque {@link Body} handles. A body that
 * is known whole stays Java bytes until user code reads it; one that is only passed on never
 * becomes JavaScript at all.
 *
 * <p>What may wait takes two functions, {@code done(result)} and {@code failed(name, message)}, and
 * calls one of them in a later turn of the isolate.
 */
final class BodiesHost {
  private BodiesHost() {}

  /** The group for one isolate. */
  static HostGroup group(Isolate isolate, Supplier<IoContext> io) {
    var untold = new Untold(isolate.loop());
    return new HostGroup("bodies")
        .function(
            "fromText",
            arguments -> new Body.Bytes(arguments.string(0).getBytes(StandardCharsets.UTF_8)))
        .function("fromBytes", arguments -> new Body.Bytes(Buffers.slice(arguments, 0)))
        .function(
            "openStream",
            arguments -> new Body.Stream(io.get().bodies().open(), (long) arguments.number(0)))
        .function(
            "decode",
            arguments -> Decoding.decoded(arguments.handle(0, Body.class), arguments.string(1)))
        .function("isStream", arguments -> arguments.handle(0, Body.class) instanceof Body.Stream)
        .function("length", arguments -> (double) length(arguments.handle(0, Body.class)))
        .function(
            "text",
            arguments ->
                new String(arguments.handle(0, Body.Bytes.class).bytes(), StandardCharsets.UTF_8))
        .function(
            "buffer", arguments -> Buffers.toScript(arguments.handle(0, Body.Bytes.class).bytes()))
        .function(
            "collect",
            arguments -> {
              settle(isolate, collect(channel(arguments)), arguments.value(1), arguments.value(2));
              return null;
            })
        .function(
            "read",
            arguments -> {
              var chunk = channel(arguments).read().thenApply(BodiesHost::buffer);
              settle(isolate, chunk, arguments.value(1), arguments.value(2));
              return null;
            })
        .function(
            "write",
            arguments -> {
              var channel = channel(arguments);
              var bytes = Buffers.slice(arguments, 1);
              var mayGoOn = untold.wrote(channel, bytes.length);
              return channel.add(bytes) && mayGoOn;
            })
        .function(
            "room",
            arguments -> {
              settle(isolate, channel(arguments).room(), arguments.value(1), arguments.value(2));
              return null;
            })
        .function(
            "end",
            arguments -> {
              channel(arguments).end();
              return null;
            })
        .function(
            "fail",
            arguments -> {
              channel(arguments).fail(ScriptError.of(arguments.string(1), arguments.string(2)));
              return null;
            })
        .function(
            "onCancel",
            arguments -> {
              var action = arguments.value(1);
              var back = isolate.continuation();
              channel(arguments).onCancel(() -> back.post(action::executeVoid));
              return null;
            })
        .function(
            "cancel",
            arguments -> {
              channel(arguments).cancel();
              return null;
            });
  }

  private static ByteChannel channel(HostGroup.Arguments arguments) {
    return arguments.handle(0, Body.Stream.class).channel();
  }

  private static @Nullable Object buffer(byte @Nullable [] chunk) {
    return chunk == null ? null : Buffers.toScript(chunk);
  }

  private static long length(Body body) {
    return switch (body) {
      case Body.None none -> 0;
      case Body.Bytes bytes -> bytes.bytes().length;
      case Body.Stream stream -> stream.length();
    };
  }

  /** Reads a body to its end and forgets it; completes however it ends. */
  static CompletableFuture<@Nullable Void> drain(Body body) {
    return body instanceof Body.Stream(var channel, var _)
        ? collect(channel).handle((bytes, failure) -> null)
        : CompletableFuture.completedFuture(null);
  }

  /** Reads a channel to its end. */
  static CompletableFuture<Body.Bytes> collect(ByteChannel channel) {
    var result = new CompletableFuture<Body.Bytes>();
    collect(channel, new ByteArrayOutputStream(), result);
    return result;
  }

  private static void collect(
      ByteChannel channel, ByteArrayOutputStream bytes, CompletableFuture<Body.Bytes> result) {
    while (true) {
      var next = channel.read();
      if (!next.isDone()) {
        var _ =
            next.whenComplete(
                (chunk, failure) -> {
                  if (add(chunk, failure, bytes, result)) {
                    collect(channel, bytes, result);
                  }
                });
        return;
      }
      if (!addNow(next, bytes, result)) {
        return;
      }
    }
  }

  private static boolean addNow(
      CompletableFuture<byte @Nullable []> next,
      ByteArrayOutputStream bytes,
      CompletableFuture<Body.Bytes> result) {
    if (next.isCompletedExceptionally()) {
      return add(null, next.exceptionNow(), bytes, result);
    }
    return add(next.resultNow(), null, bytes, result);
  }

  /** Takes one result of a read; true if there may be more. */
  private static boolean add(
      byte @Nullable [] chunk,
      @Nullable Throwable failure,
      ByteArrayOutputStream bytes,
      CompletableFuture<Body.Bytes> result) {
    if (failure != null) {
      result.completeExceptionally(failure);
      return false;
    }
    if (chunk == null) {
      result.complete(new Body.Bytes(bytes.toByteArray()));
      return false;
    }
    bytes.writeBytes(chunk);
    return true;
  }

  /** Hands what comes out of {@code future} to JavaScript, as a turn of its own. */
  static void settle(
      Isolate isolate,
      CompletableFuture<? extends @Nullable Object> future,
      Value done,
      Value failed) {
    var back = isolate.continuation();
    var _ =
        future.whenComplete(
            (result, failure) -> {
              if (failure == null) {
                back.post(() -> done.executeVoid(result));
              } else {
                var error = scriptError(failure);
                back.post(() -> failed.executeVoid(error.name(), error.text()));
              }
            });
  }

  private static ScriptError scriptError(Throwable failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof ScriptError error) {
      return error;
    }
    if (cause instanceof ScriptFailure failed) {
      return ScriptError.of(failed.name(), failed.text());
    }
    var message = cause.getMessage();
    return ScriptError.error(message == null ? cause.getClass().getSimpleName() : message);
  }
}
