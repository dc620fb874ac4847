package dev.durascope.debugadapter.runtime;

import dev.durascope.debugadapter.core.ConsoleCall;
import dev.durascope.debugadapter.core.DebuggeeListener;
import dev.durascope.debugadapter.core.IsolateView;
import dev.durascope.debugadapter.core.Output;
import dev.durascope.runtime.api.ConsoleLine;
import dev.durascope.runtime.project.ProjectLog;
import dev.durascope.runtime.script.Isolate;
import java.util.List;
import java.util.Map;

/**
 * Passes what the project says on to the debuggers, and to the log that it has without them.
 *
 * @param listeners the debuggers there are at the moment
 * @param isolates the debuggers' isolates
 * @param other also hears it
 */
record OutputLog(
    List<DebuggeeListener> listeners, Map<Isolate, IsolateView> isolates, ProjectLog other)
    implements ProjectLog {

  /** For a project that has no log but its debuggers. */
  static final ProjectLog NOTHING =
      new ProjectLog() {
        @Override
        public void message(Level level, String text) {}

        @Override
        public void script(Level level, String source, String text) {}
      };

  @Override
  public void message(Level level, String text) {
    other.message(level, text);
    print(level == Level.ERROR ? Output.Category.ERROR : Output.Category.RUNTIME, text);
  }

  @Override
  public void script(Level level, String source, String text) {
    other.script(level, source, text);
    print(category(level), labelled(source, text));
  }

  @Override
  public void console(Isolate isolate, Level level, String source, ConsoleLine line) {
    other.console(isolate, level, source, line);
    var view = isolates.get(isolate);
    if (view == null) {
      if (line.isVisible()) {
        print(category(level), labelled(source, line.indented()));
      }
      return;
    }
    var group = Output.Group.valueOf(line.group().name());
    var text = line.text().isEmpty() ? "" : labelled(source, line.text()) + "\n";
    var call = new ConsoleCall(view.id(), category(level), text, group, line.values());
    listeners.forEach(listener -> listener.console(call));
  }

  private static Output.Category category(Level level) {
    return level == Level.ERROR || level == Level.WARN
        ? Output.Category.ERROR
        : Output.Category.LOG;
  }

  private static String labelled(String source, String text) {
    return "[" + source + "] " + text;
  }

  private void print(Output.Category category, String text) {
    var output = Output.of(category, text + "\n");
    listeners.forEach(listener -> listener.output(output));
  }
}
