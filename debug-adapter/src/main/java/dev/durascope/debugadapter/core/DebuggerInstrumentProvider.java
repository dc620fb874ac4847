package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.instrumentation.Instrumenter;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import java.util.Collection;
import java.util.List;

/** How engines find {@link DebuggerInstrument}: by the service loader. */
@TruffleInstrument.Registration(
    id = DebuggerInstrument.ID,
    name = "Nodes for the debugger",
    services = Instrumenter.class)
public final class DebuggerInstrumentProvider extends TruffleInstrumentProvider {

  @Override
  protected String getInstrumentClassName() {
    return DebuggerInstrument.class.getName();
  }

  @Override
  protected Object create() {
    return new DebuggerInstrument();
  }

  @Override
  protected Collection<String> getServicesClassNames() {
    return List.of(Instrumenter.class.getName());
  }
}
