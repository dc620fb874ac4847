package dev.durascope.runtime.control;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The running project in outline.
 *
 * @param name of the first worker's configuration
 * @param ready the address that requests go to; empty until the project answers there
 * @param pid of the process that runs it
 */
public record ProjectFacts(String name, Optional<URI> ready, long pid, List<WorkerFacts> workers) {
  public ProjectFacts {
    workers = List.copyOf(workers);
  }

  /** A worker and the Durable Object classes whose objects are its own. */
  public record WorkerFacts(String name, List<ClassFacts> classes) {
    public WorkerFacts {
      classes = List.copyOf(classes);
    }
  }

  /** The storage that a class's migration has chosen. */
  public enum StorageBackend {
    /** {@code new_sqlite_classes}. */
    SQLITE,
    /** {@code new_classes}. */
    KV
  }

  /**
   * A Durable Object class.
   *
   * @param bindings the names under which workers reach its namespace
   */
  public record ClassFacts(String className, StorageBackend storage, List<String> bindings) {
    public ClassFacts {
      bindings = List.copyOf(bindings);
    }
  }
}
