package dev.durascope.runtime.script;

import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.Context;

/**
 * A context with its thread, set up ahead of need: the engine's part of an isolate's start, which
 * is the long one, is over when an isolate moves in.
 */
final class SpareContext {
  /** Deep recursion in user code needs room: 600 to 900 frames of interpreted JavaScript a MiB. */
  private static final long STACK_BYTES = 16L << 20;

  /** Who moves in. All calls come on the context's thread. */
  interface Tenant {
    /** The source of the module that stands for a file of the prelude. */
    String builtInSource(String preludeFile);

    /** Lives in the context; it is closed when this returns. */
    void live(Context context);

    /** The context could not be made, or living in it has failed. */
    void failed(RuntimeException reason);

    /** The context is gone. */
    void gone();
  }

  private final ModuleFileSystem modules = new ModuleFileSystem();
  private final CompletableFuture<Tenant> arrival = new CompletableFuture<>();
  private final Thread thread;

  /**
   * @param webAssembly whether WebAssembly modules can run in it
   */
  SpareContext(ScriptEngine engine, boolean webAssembly) {
    thread =
        Thread.ofPlatform()
            .name("spare isolate")
            .daemon()
            .stackSize(STACK_BYTES)
            .start(() -> exist(engine, webAssembly));
  }

  private void exist(ScriptEngine engine, boolean webAssembly) {
    try (var context =
        webAssembly ? engine.newContextWithWebAssembly(modules) : engine.newContext(modules)) {
      context.initialize("js");
      arrival.join().live(context);
    } catch (RuntimeException e) {
      arrival.join().failed(e);
    } finally {
      arrival.join().gone();
    }
  }

  Thread thread() {
    return thread;
  }

  /** Gives the context to {@code tenant}, which finds its modules in {@code table}. */
  void moveIn(String title, ModuleTable table, Tenant tenant) {
    thread.setName(title);
    modules.use(table, tenant::builtInSource);
    arrival.complete(tenant);
  }

  /** Ends a context that nobody needs any more, and waits until it is gone. */
  void discard() {
    arrival.complete(
        new Tenant() {
          @Override
          public String builtInSource(String preludeFile) {
            throw new IllegalStateException("Nobody lives here");
          }

          @Override
          public void live(Context context) {
            // Nobody lives here.
          }

          @Override
          public void failed(RuntimeException reason) {
            // Nobody is waiting.
          }

          @Override
          public void gone() {
            // Nobody is waiting.
          }
        });
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
