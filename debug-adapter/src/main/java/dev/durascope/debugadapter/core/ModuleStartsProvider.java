package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import java.util.Collection;
import java.util.List;

/** How engines find {@link ModuleStartsInstrument}: by the service loader. */
@TruffleInstrument.Registration(
    id = ModuleStarts.INSTRUMENT,
    name = "Starts of modules",
    services = ModuleStarts.class)
public final class ModuleStartsProvider extends TruffleInstrumentProvider {

  @Override
  protected String getInstrumentClassName() {
    return ModuleStartsInstrument.class.getName();
  }

  @Override
  protected Object create() {
    return new ModuleStartsInstrument();
  }

  @Override
  protected Collection<String> getServicesClassNames() {
    return List.of(ModuleStarts.class.getName());
  }
}
