package dev.durascope.runtime.state;

import dev.durascope.runtime.lifecycle.LifecycleException;
import dev.durascope.runtime.lifecycle.StateLock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * That this process alone has the data of some workers, for as long as it writes to it: a project
 * that starts meanwhile, and another {@code durascope state} that writes, is told so.
 */
final class StateUse implements AutoCloseable {
  private final ProjectState state;
  private final Map<String, StateLock> locks = new LinkedHashMap<>();

  StateUse(ProjectState state) {
    this.state = state;
  }

  /** The same, of one class's worker. */
  static StateUse of(ProjectState state, StateClass type) throws StateException {
    var use = new StateUse(state);
    use.take(type);
    return use;
  }

  /**
   * Takes the data of a class's worker too.
   *
   * @throws StateException if another process has it
   */
  void take(StateClass type) throws StateException {
    if (locks.containsKey(type.worker()) || type.worker().isEmpty()) {
      return;
    }
    try {
      locks.put(type.worker(), StateLock.take(state.folder().persist(), type.worker()));
    } catch (LifecycleException e) {
      throw new StateException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    locks.values().forEach(StateLock::close);
    locks.clear();
  }
}
