package dev.durascope.debugadapter.runtime;

import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import dev.durascope.debugadapter.core.InspectorAddress;
import dev.durascope.runtime.script.ScriptEngine;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The Chrome inspector that comes with GraalVM, on the engine of a running project. It costs
 * nothing until it is opened, and a connection only while there is one. It listens on 127.0.0.1;
 * its path is random, and new in each run.
 *
 * <p>It lives beside the debug adapter: each has its own session with the engine, and a thread that
 * both stop is let go when both have let it go.
 */
final class ChromeInspector {
  private static final String HOST = "127.0.0.1";

  private final ScriptEngine engine;
  private @Nullable InspectorAddress address;

  ChromeInspector(ScriptEngine engine) {
    this.engine = engine;
  }

  /**
   * Opens it, unless it is open; then the port is the one it has.
   *
   * @param port 0 for any that is free
   * @throws IllegalStateException if it cannot listen; the message says why
   */
  synchronized InspectorAddress open(int port) {
    var known = address;
    if (known != null) {
      return known;
    }
    var instrument = engine.engine().getInstruments().get("inspect");
    if (instrument == null) {
      throw new IllegalStateException("This distribution has no Chrome inspector.");
    }
    var inspector = instrument.lookup(TruffleObject.class);
    // It wants to be opened from within a context; any will do.
    try (var context = engine.newEmptyContext()) {
      context.initialize("js");
      context.enter();
      try {
        var interop = InteropLibrary.getUncached();
        interop.invokeMember(inspector, "open", port, HOST, false);
        var url = interop.asString(interop.invokeMember(inspector, "url"));
        var opened = new InspectorAddress(URI.create(url));
        address = opened;
        return opened;
      } catch (InteropException | RuntimeException e) {
        throw new IllegalStateException("The Chrome inspector does not open: " + e.getMessage(), e);
      } finally {
        context.leave();
      }
    }
  }
}
