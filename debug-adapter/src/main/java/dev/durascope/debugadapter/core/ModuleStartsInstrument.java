package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.instrumentation.TruffleInstrument;

/**
 * Brings {@link ModuleStarts} into an engine that is debugged; made when that is first asked for.
 */
final class ModuleStartsInstrument extends TruffleInstrument {

  @Override
  protected void onCreate(Env environment) {
    environment.registerService(new ModuleStarts(environment.getInstrumenter()));
  }
}
