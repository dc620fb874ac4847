package dev.durascope.runtime.bench;

import dev.durascope.runtime.storage.ListOptions;
import dev.durascope.runtime.storage.MemoryNamespaceStorage;
import dev.durascope.runtime.storage.NamespaceStorage;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.SqliteNamespaceStorage;
import java.nio.file.Files;
import java.nio.file.Path;

/** How fast an object stores. {@code java dev.durascope.runtime.bench.StorageBench} */
public final class StorageBench {

  private static final byte[] VALUE = new byte[100];
  private static final int KEYS = 1_000;

  private StorageBench() {}

  /** Runs all, on disk and in memory. */
  public static void main(String[] arguments) throws Exception {
    Path persist = Files.createTempDirectory("bench");
    try (var sqlite = SqliteNamespaceStorage.at(persist, "bench-Object");
        var memory = new MemoryNamespaceStorage()) {
      run("sqlite", sqlite);
      run("memory", memory);
    }
  }

  private static void run(String name, NamespaceStorage namespace) throws Exception {
    try (ObjectStore store = namespace.open("0".repeat(64), "bench")) {
      Bench.run(
          name + " put, a commit each",
          5_000,
          i -> {
            store.put("key" + i % KEYS, VALUE);
            store.commit();
          });
      Bench.run(
          name + " put, a commit every 100",
          50_000,
          i -> {
            store.put("key" + i % KEYS, VALUE);
            if (i % 100 == 99) {
              store.commit();
            }
          });
      store.commit();
      Bench.run(name + " get", 50_000, i -> store.get("key" + i % KEYS));
      Bench.run(name + " list of 1,000", 200, i -> store.list(ListOptions.ALL));
      Bench.run(
          name + " setAlarm, a commit each",
          2_000,
          i -> {
            store.setAlarm(i + 1L);
            store.commit();
          });
    }
    int[] next = {1};
    Bench.run(
        name + " first write of a new object",
        200,
        i -> {
          try (ObjectStore store = namespace.open("%064x".formatted(next[0]++), "bench")) {
            store.put("key", VALUE);
            store.commit();
          }
        });
    Bench.run(
        name + " open and read",
        200,
        i -> {
          try (ObjectStore store = namespace.open("%064x".formatted(i + 1), "bench")) {
            store.get("key");
          }
        });
  }
}
