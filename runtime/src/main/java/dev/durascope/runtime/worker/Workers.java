package dev.durascope.runtime.worker;

import dev.durascope.runtime.cache.HttpCache;
import dev.durascope.runtime.durable.Namespace;
import java.util.Optional;

/**
 * The workers that run in one process, by the names by which their code reaches them. Any thread.
 */
public interface Workers {
  /** The worker of this name, if it runs. */
  Optional<Worker> worker(String name);

  /** The objects of a class, if that worker runs and has it. */
  Optional<Namespace> namespace(String worker, String className);

  /** Their objects that wait for hibernation. */
  IdleObjects idleObjects();

  /** Their objects that are in memory. */
  LiveObjects liveObjects();

  /** The cache that they share, behind {@code caches}. */
  HttpCache cache();

  /** What is said of one that does not run, as wrangler words it. */
  static String notFound(String worker) {
    return "Worker \"" + worker + "\" not found. Make sure it is running locally.";
  }
}
