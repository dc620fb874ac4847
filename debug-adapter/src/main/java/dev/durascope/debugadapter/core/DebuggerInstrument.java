package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.instrumentation.Instrumenter;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import java.util.Objects;
import org.graalvm.polyglot.Engine;

/**
 * Brings the debugger nearer to an engine than the engine's own interface for debuggers does: to
 * its nodes, as they are loaded and run. Made when that is first asked for.
 */
final class DebuggerInstrument extends TruffleInstrument {

  static final String ID = "durascope-debugger";

  /** What can be done to the nodes of an engine. */
  static Instrumenter of(Engine engine) {
    return Objects.requireNonNull(engine.getInstruments().get(ID), ID).lookup(Instrumenter.class);
  }

  @Override
  protected void onCreate(Env environment) {
    environment.registerService(environment.getInstrumenter());
  }
}
