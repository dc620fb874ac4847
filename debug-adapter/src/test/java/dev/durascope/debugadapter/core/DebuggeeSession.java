package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A debugger whose reports wait in queues until the test takes them. */
class DebuggeeSession implements DebuggerListener, AutoCloseable {

  /** Longer than any healthy step takes; only a broken debugger waits for it. */
  private static final long PATIENCE_SECONDS = 60;

  private final Debuggee debuggee;
  final ScriptDebugger debugger;
  private final BlockingQueue<Stop> stops = new LinkedBlockingQueue<>();
  private volatile boolean outputIgnored;
  private final BlockingQueue<Script> scripts = new LinkedBlockingQueue<>();
  private final BlockingQueue<Output> outputs = new LinkedBlockingQueue<>();

  DebuggeeSession(Debuggee debuggee, DebuggerOptions options) {
    this.debuggee = debuggee;
    debugger = ScriptDebugger.attach(debuggee, this, options);
  }

  List<BreakpointStatus> breakAt(Path file, int... lines) {
    var requests = new ArrayList<SourceBreakpoint>();
    for (int line : lines) {
      requests.add(SourceBreakpoint.at(line));
    }
    return debugger.stops().set(file, requests);
  }

  Stop awaitStop() {
    return take(stops);
  }

  Script awaitScript() {
    return take(scripts);
  }

  Output awaitOutput() {
    return take(outputs);
  }

  /** Waits for a line that starts so; what was printed before it is passed over. */
  Output awaitLine(String start) {
    var output = awaitOutput();
    while (!output.text().startsWith(start)) {
      output = awaitOutput();
    }
    return output;
  }

  private static <T> T take(BlockingQueue<T> queue) {
    try {
      var taken = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(taken).as("a report of the debugger").isNotNull();
      return taken;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What the program prints is not what the test is about: it need not be waited for. */
  void ignoreOutput() {
    outputIgnored = true;
  }

  static <T> T get(CompletableFuture<T> answer) {
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Waits for a stop and says where it is, as {@code function:line}. */
  String where() {
    return where(awaitStop());
  }

  String where(Stop stop) {
    return line(get(debugger.stack(stop.isolate())).getFirst());
  }

  static String line(StackFrame frame) {
    return frame.position().map(place -> frame.name() + ":" + place.line()).orElse(frame.name());
  }

  List<String> stack(int isolate) {
    return get(debugger.stack(isolate)).stream().map(DebugSession::line).toList();
  }

  void resume(int isolate, Resumption how) {
    try {
      debugger.execution().resume(isolate, how);
    } catch (DebuggerException e) {
      throw new AssertionError(e);
    }
  }

  void pause(int isolate) {
    try {
      debugger.execution().pause(isolate);
    } catch (DebuggerException e) {
      throw new AssertionError(e);
    }
  }

  /** Goes on and says where the isolate stops next. */
  String then(int isolate, Resumption how) {
    resume(isolate, how);
    return where();
  }

  /** The key of the object with this title. */
  ObjectKey object(String title) {
    return debugger.isolates().stream()
        .filter(isolate -> isolate.title().equals(title))
        .findFirst()
        .flatMap(IsolateView::object)
        .orElseThrow()
        .key();
  }

  Scope scope(int isolate, Scope.Kind kind) {
    var top = get(debugger.stack(isolate)).getFirst();
    return get(debugger.scopes(top.id())).stream()
        .filter(scope -> scope.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  /** The variables of a group of the top frame, as {@code name = value}. */
  List<String> variables(int isolate, Scope.Kind kind) {
    return get(debugger.named(scope(isolate, kind).reference())).stream()
        .map(variable -> variable.name() + " = " + variable.value())
        .toList();
  }

  Variable evaluate(int isolate, String expression) {
    var top = get(debugger.stack(isolate)).getFirst();
    return get(debugger.evaluate(top.id(), expression));
  }

  @Override
  public void isolateStarted(IsolateView isolate) {}

  @Override
  public void isolateEnded(IsolateView isolate) {}

  @Override
  public void stopped(Stop stop) {
    stops.add(stop);
  }

  @Override
  public void breakpointChanged(BreakpointStatus status) {}

  @Override
  public void scriptLoaded(Script script) {
    scripts.add(script);
  }

  @Override
  public void output(Output output) {
    outputs.add(output);
  }

  @Override
  public void ended(int exitCode) {}

  @Override
  public void close() {
    debugger.close();
    debuggee.terminate();
    assertThat(stops).as("stops that no test has asked for").isEmpty();
    if (!outputIgnored) {
      assertThat(outputs).as("output that no test has asked for").isEmpty();
    }
  }
}
