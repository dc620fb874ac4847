package dev.durascope.runtime.project;

import dev.durascope.runtime.binding.Kept;
import dev.durascope.runtime.script.ScriptEngine;
import dev.durascope.runtime.time.Clock;
import java.util.concurrent.CompletableFuture;

/**
 * What all projects of one process share. Closed when the last of them is.
 *
 * @param engine starts while configurations are read and code is bundled
 * @param kept what bindings share beyond a version of the code
 */
record Surroundings(
    CompletableFuture<ScriptEngine> engine, Clock clock, RunningWorkers workers, Kept kept)
    implements AutoCloseable {
  /** The engine takes as long to start as reading and bundling do together: it starts meanwhile. */
  static Surroundings start(Clock clock) {
    var engine = new CompletableFuture<ScriptEngine>();
    Thread.ofPlatform()
        .name("engine start")
        .daemon()
        .start(
            () -> {
              try {
                engine.complete(new ScriptEngine());
              } catch (RuntimeException | LinkageError e) {
                engine.completeExceptionally(e);
              }
            });
    return new Surroundings(engine, clock, new RunningWorkers(clock), new Kept());
  }

  /** Gives up before anything ran. */
  void discard() {
    var _ = engine.thenAccept(ScriptEngine::close);
    clock.close();
  }

  @Override
  public void close() {
    clock.close();
    engine.thenAccept(ScriptEngine::close).join();
    kept.close();
  }
}
