package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.ControlException;
import dev.durascope.debugadapter.core.Debuggee;
import dev.durascope.debugadapter.core.DebuggeeLauncher;
import dev.durascope.debugadapter.core.DebuggerOptions;
import dev.durascope.debugadapter.core.LaunchException;
import dev.durascope.debugadapter.core.Output;
import dev.durascope.debugadapter.core.ScriptDebugger;
import dev.durascope.debugadapter.core.SkippedFiles;

/**
 * One run of a project under the debugger, from its launch, or from when the debugger came to it,
 * to the end of either.
 *
 * @param debuggee the project
 * @param debugger the debugger on it
 * @param events where its reports go
 * @param release what becomes of the project when it is no longer debugged
 */
record DebugRun(Debuggee debuggee, ScriptDebugger debugger, Events events, Runnable release) {

  /** Prepares the project and puts the debugger on it; nothing of it runs yet. */
  static DebugRun prepare(
      LaunchArguments arguments,
      DebuggeeLauncher launcher,
      DebugClient client,
      ToProtocol toProtocol)
      throws LaunchException {
    var debuggee = launcher.prepare(arguments.options());
    var options = DebuggerOptions.standard().skipping(arguments.skipped());
    var run =
        on(
            debuggee,
            new Events(client, toProtocol),
            arguments.stopOnEntry() ? options.stoppingOnEntry() : options,
            debuggee::terminate);
    if (arguments.inspector().isPresent()) {
      run.openInspector(arguments.inspector().getAsInt());
    }
    return run;
  }

  private void openInspector(int port) throws LaunchException {
    try {
      var address = debuggee.openInspector(port);
      say("Inspector on " + address.url() + "\nIn Chrome open " + address.devTools());
    } catch (ControlException e) {
      debugger.close();
      release.run();
      throw new LaunchException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Puts the debugger on a project that runs, and tells where it answers. */
  static DebugRun attach(
      DebuggeeLauncher launcher, DebugClient client, ToProtocol toProtocol, SkippedFiles skipped)
      throws LaunchException {
    var attachment = launcher.attach();
    var run =
        on(
            attachment.debuggee(),
            new Events(client, toProtocol),
            DebuggerOptions.standard().skipping(skipped),
            attachment.release());
    run.say("Attached to " + attachment.address());
    return run;
  }

  private static DebugRun on(
      Debuggee debuggee, Events events, DebuggerOptions options, Runnable release) {
    return new DebugRun(
        debuggee, ScriptDebugger.attach(debuggee, events, options), events, release);
  }

  /** Lets the project run, and says where it answers. */
  void start() throws LaunchException {
    say("Ready on " + debuggee.start());
  }

  private void say(String line) {
    events.output(Output.of(Output.Category.RUNTIME, line + "\n"));
  }
}
