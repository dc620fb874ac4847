package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.Debuggee;
import dev.durascope.debugadapter.core.DebuggeeLauncher;
import dev.durascope.debugadapter.core.DebuggerOptions;
import dev.durascope.debugadapter.core.LaunchException;
import dev.durascope.debugadapter.core.Output;
import dev.durascope.debugadapter.core.ScriptDebugger;

/**
 * One run of a project under the debugger, from its launch to its end.
 *
 * @param debuggee the project
 * @param debugger the debugger on it
 * @param events where its reports go
 */
record DebugRun(Debuggee debuggee, ScriptDebugger debugger, Events events) {

  /** Prepares the project and puts the debugger on it; nothing of it runs yet. */
  static DebugRun prepare(
      LaunchArguments arguments,
      DebuggeeLauncher launcher,
      DebugClient client,
      ToProtocol toProtocol)
      throws LaunchException {
    var debuggee = launcher.prepare(arguments.options());
    var events = new Events(client, toProtocol);
    var options = DebuggerOptions.standard();
    var debugger =
        ScriptDebugger.attach(
            debuggee, events, arguments.stopOnEntry() ? options.stoppingOnEntry() : options);
    return new DebugRun(debuggee, debugger, events);
  }

  /** Lets the project run, and says where it answers. */
  void start() throws LaunchException {
    var address = debuggee.start();
    events.output(Output.of(Output.Category.RUNTIME, "Ready on " + address + "\n"));
  }

  /** Ends the project. */
  void end() {
    debugger.close();
    debuggee.terminate();
  }
}
