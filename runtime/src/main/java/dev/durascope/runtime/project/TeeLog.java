package dev.durascope.runtime.project;

import dev.durascope.runtime.api.ConsoleLine;
import dev.durascope.runtime.script.Isolate;
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
    publish(level, text);
  }

  @Override
  public void console(Isolate isolate, Level level, String source, ConsoleLine line) {
    log.console(isolate, level, source, line);
    if (line.isVisible()) {
      publish(level, line.indented());
    }
  }

  private void publish(Level level, String text) {
    var target = events;
    if (target != null) {
      target.log(level, text, worker);
    }
  }
}
