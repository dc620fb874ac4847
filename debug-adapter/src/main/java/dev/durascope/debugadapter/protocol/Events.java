package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.BreakpointStatus;
import dev.durascope.debugadapter.core.DebuggerListener;
import dev.durascope.debugadapter.core.IsolateView;
import dev.durascope.debugadapter.core.Output;
import dev.durascope.debugadapter.core.Script;
import dev.durascope.debugadapter.core.Stop;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.lsp4j.debug.BreakpointEventArguments;
import org.eclipse.lsp4j.debug.BreakpointEventArgumentsReason;
import org.eclipse.lsp4j.debug.ExitedEventArguments;
import org.eclipse.lsp4j.debug.LoadedSourceEventArguments;
import org.eclipse.lsp4j.debug.LoadedSourceEventArgumentsReason;
import org.eclipse.lsp4j.debug.OutputEventArguments;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;
import org.eclipse.lsp4j.debug.OutputEventArgumentsGroup;
import org.eclipse.lsp4j.debug.TerminatedEventArguments;
import org.eclipse.lsp4j.debug.ThreadEventArguments;
import org.eclipse.lsp4j.debug.ThreadEventArgumentsReason;

/** Tells the client what the debugger reports. */
final class Events implements DebuggerListener {

  /** Who has left hears nothing. */
  private static final DebugClient NOBODY = new DebugClient() {};

  private volatile DebugClient client;
  private final ToProtocol toProtocol;
  private final Set<Path> knownSources = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean terminated = new AtomicBoolean();

  Events(DebugClient client, ToProtocol toProtocol) {
    this.client = client;
    this.toProtocol = toProtocol;
  }

  /** The client has said goodbye: it hears nothing more. */
  void silence() {
    client = NOBODY;
  }

  @Override
  public void isolateStarted(IsolateView isolate) {
    thread(isolate, ThreadEventArgumentsReason.STARTED);
  }

  @Override
  public void isolateEnded(IsolateView isolate) {
    thread(isolate, ThreadEventArgumentsReason.EXITED);
  }

  private void thread(IsolateView isolate, String reason) {
    var event = new ThreadEventArguments();
    event.setThreadId(isolate.id());
    event.setReason(reason);
    client.thread(event);
  }

  @Override
  public void stopped(Stop stop) {
    client.stopped(toProtocol.stopped(stop));
  }

  @Override
  public void breakpointChanged(BreakpointStatus status) {
    var event = new BreakpointEventArguments();
    event.setReason(BreakpointEventArgumentsReason.CHANGED);
    event.setBreakpoint(toProtocol.breakpoint(status));
    client.breakpoint(event);
  }

  @Override
  public void scriptLoaded(Script script) {
    for (var file : script.mapping().files()) {
      var event = new LoadedSourceEventArguments();
      event.setReason(
          knownSources.add(file)
              ? LoadedSourceEventArgumentsReason.NEW
              : LoadedSourceEventArgumentsReason.CHANGED);
      event.setSource(toProtocol.source(file));
      client.loadedSource(event);
    }
  }

  @Override
  public void output(Output output) {
    var event = new OutputEventArguments();
    event.setCategory(
        switch (output.category()) {
          case LOG -> OutputEventArgumentsCategory.STDOUT;
          case ERROR -> OutputEventArgumentsCategory.STDERR;
          case RUNTIME -> OutputEventArgumentsCategory.CONSOLE;
        });
    event.setOutput(output.text());
    switch (output.group()) {
      case NONE -> {}
      case START -> event.setGroup(OutputEventArgumentsGroup.START);
      case START_COLLAPSED -> event.setGroup(OutputEventArgumentsGroup.START_COLLAPSED);
      case END -> event.setGroup(OutputEventArgumentsGroup.END);
    }
    if (output.reference() != 0) {
      event.setVariablesReference(output.reference());
    }
    output
        .place()
        .ifPresent(
            original -> {
              event.setSource(toProtocol.source(original.file()));
              event.setLine(toProtocol.conventions().clientLine(original.line()));
              event.setColumn(toProtocol.conventions().clientColumn(original.column()));
            });
    client.output(event);
  }

  @Override
  public void ended(int exitCode) {
    var exited = new ExitedEventArguments();
    exited.setExitCode(exitCode);
    client.exited(exited);
    terminated();
  }

  /**
   * The project could not be launched again, and why: some clients do not show what an answer says.
   */
  void failed(String reason) {
    output(Output.of(Output.Category.ERROR, reason + "\n"));
    terminated();
  }

  /** Says that debugging is over, once. */
  void terminated() {
    if (terminated.compareAndSet(false, true)) {
      client.terminated(new TerminatedEventArguments());
    }
  }
}
