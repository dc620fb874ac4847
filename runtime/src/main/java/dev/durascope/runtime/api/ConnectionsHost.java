package dev.durascope.runtime.api;

import dev.durascope.runtime.message.Connection;
import dev.durascope.runtime.message.Endpoint;
import dev.durascope.runtime.message.Endpoint.Transport;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.Isolate;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * {@code host.connections}: {@link Connection}s to the outside. What goes out leaves through the
 * {@link Outbox}, in the order of the calls; what may wait ends in one of two functions, {@code
 * done(result)} and {@code failed(name, message)}.
 */
final class ConnectionsHost {
  private ConnectionsHost() {}

  /** The group for one isolate. */
  static HostGroup group(Isolate isolate, WebPlatform.Services services) {
    var io = services.io();
    return new HostGroup("connections")
        .function(
            "open",
            arguments -> {
              var transport = arguments.bool(2) ? Transport.TLS : Transport.PLAIN;
              var endpoint = new Endpoint(arguments.string(0), arguments.integer(1), transport);
              var connection = new CompletableFuture<Connection>();
              io.get().connections().opening(connection);
              isolate.beginnings().note(connection);
              io.get().outbox().send(() -> connect(services, endpoint, connection));
              BodiesHost.settle(isolate, connection, arguments.value(3), arguments.value(4));
              return null;
            })
        .function(
            "onClosed",
            arguments -> {
              var action = arguments.value(1);
              var back = isolate.continuation();
              var _ = connection(arguments).closed().thenRun(() -> back.post(action::executeVoid));
              return null;
            })
        .function(
            "read",
            arguments -> {
              var bytes =
                  connection(arguments)
                      .read()
                      .thenApply(read -> read == null ? null : Buffers.toScript(read));
              BodiesHost.settle(isolate, bytes, arguments.value(1), arguments.value(2));
              return null;
            })
        .function(
            "write",
            arguments -> {
              var connection = connection(arguments);
              var bytes = Buffers.slice(arguments, 1);
              return send(
                  isolate,
                  io.get().outbox(),
                  () -> connection.write(bytes),
                  arguments.value(4),
                  arguments.value(5));
            })
        .function(
            "shutdownOutput",
            arguments ->
                send(
                    isolate,
                    io.get().outbox(),
                    connection(arguments)::shutdownOutput,
                    arguments.value(1),
                    arguments.value(2)))
        .function(
            "startTls",
            arguments -> {
              var connection = connection(arguments);
              var hostName = arguments.string(1);
              return send(
                  isolate,
                  io.get().outbox(),
                  () -> connection.startTls(hostName),
                  arguments.value(2),
                  arguments.value(3));
            })
        .function(
            "close",
            arguments -> {
              io.get().outbox().send(connection(arguments)::close);
              return null;
            });
  }

  private static Connection connection(HostGroup.Arguments arguments) {
    return arguments.handle(0, Connection.class);
  }

  private static void connect(
      WebPlatform.Services services, Endpoint endpoint, CompletableFuture<Connection> result) {
    var _ =
        services
            .network()
            .connect(endpoint)
            .whenComplete(
                (connection, failure) -> {
                  if (failure == null) {
                    result.complete(connection);
                  } else {
                    result.completeExceptionally(failure);
                  }
                });
  }

  private static @Nullable Object send(
      Isolate isolate,
      Outbox outbox,
      Supplier<CompletableFuture<@Nullable Void>> action,
      Value done,
      Value failed) {
    outbox.send(() -> BodiesHost.settle(isolate, action.get(), done, failed));
    return null;
  }
}
