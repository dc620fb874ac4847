package dev.durascope.runtime.project;

import org.jspecify.annotations.Nullable;

/** A log whose script lines the control API's listeners get too, once there are any. */
final class TeeLog implements ProjectLog {
  private final ProjectLog log;
  private volatile @Nullable ControlEvents events;
  private volatile String worker = "";

  TeeLog(ProjectLog log) {
    this.log = log;
  }

  void also(ControlEvents target, String workerName) {
    worker = workerName;
    events = target;
  }

  @Override
  public void message(Level level, String text) {
    log.message(level, text);
  }

  @Override
  public void script(Level level, String source, String text) {
    log.script(level, source, text);
    var target = events;
    if (target != null) {
      target.log(level, text, worker);
    }
  }
}
