package dev.durascope.runtime.api;

import dev.durascope.runtime.message.Connection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections that an isolate has opened with {@code connect()} and that are open, or about to
 * be. While there are any, a Durable Object does not hibernate; they end with the isolate. Usable
 * on any thread.
 */
public final class OpenConnections {
  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();

  /** By identity. */
  private static final class Entry {
    private final CompletableFuture<Connection> connection;

    private Entry(CompletableFuture<Connection> connection) {
      this.connection = connection;
    }
  }

  /** How many there are. */
  public int count() {
    return entries.size();
  }

  /** All of them, those included that are being made. */
  public List<CompletableFuture<Connection>> all() {
    return entries.stream().map(entry -> entry.connection).toList();
  }

  /** Closes them all. */
  public void closeAll() {
    for (var entry : entries) {
      var _ = entry.connection.thenAccept(Connection::close);
    }
  }

  /** Notes a connection that is being made, until it is closed or cannot be made. */
  void opening(CompletableFuture<Connection> connection) {
    var entry = new Entry(connection);
    entries.add(entry);
    var _ =
        connection
            .thenCompose(Connection::closed)
            .whenComplete((gone, failure) -> entries.remove(entry));
  }
}
