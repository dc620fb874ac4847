package dev.durascope.runtime.script;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;

/**
 * The one GraalJS engine of the process, shared by all isolates and kept across reloads, so that
 * the platform's own sources and an unchanged bundle are parsed once, and a debugger attached to it
 * stays attached.
 */
public final class ScriptEngine implements AutoCloseable {
  /** The language features every isolate has; the platform's rest is the prelude's. */
  private static final Map<String, String> CONTEXT_OPTIONS =
      Map.ofEntries(
          Map.entry("js.esm-eval-returns-exports", "true"),
          Map.entry("js.text-encoding", "true"),
          Map.entry("js.async-context", "true"),
          Map.entry("js.unhandled-rejections", "handler"),
          Map.entry("js.stack-trace-api", "true"),
          Map.entry("js.performance", "true"),
          Map.entry("js.ecmascript-version", "staging"),
          Map.entry("js.load", "false"),
          Map.entry("js.print", "false"),
          Map.entry("js.java-package-globals", "false"),
          Map.entry("js.polyglot-builtin", "false"));

  /** User code sees no Java member; bytes pass as buffers without a copy. */
  private static final HostAccess HOST_ACCESS =
      HostAccess.newBuilder(HostAccess.NONE).allowBufferAccess(true).build();

  private static final String JS = "js";
  private static final String WASM = "wasm";

  private final Engine engine;

  /** So many contexts are made at the start: the Worker's, and that of the first object. */
  private static final int FIRST_SPARES = 2;

  private final CpuWatch cpuWatch = new CpuWatch();
  private final Queue<SpareContext> spares = new ArrayDeque<>(); // guarded by itself
  private final Map<String, Source> preludeSources = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Starts an interpreter-only engine. */
  public ScriptEngine() {
    engine =
        Engine.newBuilder(JS, WASM)
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    for (var i = 0; i < FIRST_SPARES; i++) {
      spares.add(new SpareContext(this, false));
    }
  }

  /** A context for modules that are not all JavaScript; these are rare, so there are no spares. */
  SpareContext newContextWithWebAssembly() {
    return new SpareContext(this, true);
  }

  /** A context to move into; another one takes its place among the spares. */
  SpareContext takeSpare() {
    synchronized (spares) {
      var spare = spares.poll();
      if (spares.isEmpty() && !closed) {
        spares.add(new SpareContext(this, false));
      }
      return spare == null ? new SpareContext(this, false) : spare;
    }
  }

  CpuWatch cpuWatch() {
    return cpuWatch;
  }

  /** The engine itself, for instruments and debuggers. */
  public Engine engine() {
    return engine;
  }

  /** A context of the calling thread in which nothing is run, for instruments that want one. */
  public Context newEmptyContext() {
    return Context.newBuilder(JS).engine(engine).allowHostAccess(HOST_ACCESS).build();
  }

  /** A new context that reads its modules from {@code modules}; the caller's thread will own it. */
  Context newContext(FileSystem modules) {
    return builder(modules, JS).build();
  }

  /**
   * The same with WebAssembly. The engine's JavaScript reaches that by evaluating code of another
   * language, so this must be allowed; user code has no function to do so.
   */
  Context newContextWithWebAssembly(FileSystem modules) {
    return builder(modules, JS, WASM)
        .allowPolyglotAccess(PolyglotAccess.ALL)
        .option("js.webassembly", "true")
        .build();
  }

  private Context.Builder builder(FileSystem modules, String... languages) {
    if (closed) {
      throw new IllegalStateException("The engine is closed");
    }
    return Context.newBuilder(languages)
        .engine(engine)
        .allowExperimentalOptions(true)
        .allowHostAccess(HOST_ACCESS)
        .allowPolyglotAccess(PolyglotAccess.NONE)
        .allowEnvironmentAccess(EnvironmentAccess.NONE)
        .allowIO(IOAccess.newBuilder().fileSystem(modules).build())
        .options(CONTEXT_OPTIONS);
  }

  /** The source of a file of the prelude, which no debugger steps into. */
  Source preludeSource(String name) {
    return preludeSources.computeIfAbsent(name, PreludeFiles::source);
  }

  /** Nothing is set up from now on: closing the engine meanwhile would wait for ever. */
  @Override
  public void close() {
    List<SpareContext> unused;
    synchronized (spares) {
      closed = true;
      unused = List.copyOf(spares);
      spares.clear();
    }
    unused.forEach(SpareContext::discard);
    cpuWatch.close();
    engine.close(true);
  }
}
