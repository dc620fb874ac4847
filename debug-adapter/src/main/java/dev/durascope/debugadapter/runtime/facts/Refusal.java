package dev.durascope.debugadapter.runtime.facts;

import dev.durascope.debugadapter.core.DebuggerException;
import dev.durascope.debugadapter.core.EvaluationException;
import dev.durascope.runtime.script.ScriptError;
import dev.durascope.runtime.storage.StorageException;
import org.graalvm.polyglot.PolyglotException;

/** What the object refuses to its debugger, as it would refuse it to its own code. */
final class Refusal {
  private Refusal() {}

  /** Does something that the object's own code could do. */
  static void of(Runnable action) throws DebuggerException {
    try {
      action.run();
    } catch (ScriptError e) {
      throw new EvaluationException(e.name() + ": " + e.text());
    } catch (PolyglotException | StorageException e) {
      throw new EvaluationException(String.valueOf(e.getMessage()));
    }
  }
}
