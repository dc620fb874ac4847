package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.debugadapter.fixture.TestDebuggee;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A debugger on a test program, whose reports wait in queues until the test takes them. */
final class DebugSession implements DebuggerListener, AutoCloseable {

  /** Longer than any healthy step takes; only a broken debugger waits for it. */
  private static final long PATIENCE_SECONDS = 60;

  static final Path FILE = Path.of("/project/src/index.js");

  final TestDebuggee program;
  final ScriptDebugger debugger;
  private final BlockingQueue<Stop> stops = new LinkedBlockingQueue<>();
  private final BlockingQueue<Output> outputs = new LinkedBlockingQueue<>();

  DebugSession(String text) {
    this(text, new DebuggerOptions(Duration.ofSeconds(5), false));
  }

  DebugSession(String text, DebuggerOptions options) {
    program = new TestDebuggee(FILE, text);
    debugger = ScriptDebugger.attach(program, this, options);
  }

  List<BreakpointStatus> breakAt(int... lines) {
    var requests = new ArrayList<SourceBreakpoint>();
    for (int line : lines) {
      requests.add(SourceBreakpoint.at(line));
    }
    return debugger.setBreakpoints(FILE, requests);
  }

  Stop awaitStop() {
    return take(stops);
  }

  Output awaitOutput() {
    return take(outputs);
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
      debugger.resume(isolate, how);
    } catch (DebuggerException e) {
      throw new AssertionError(e);
    }
  }

  void pause(int isolate) {
    try {
      debugger.pause(isolate);
    } catch (DebuggerException e) {
      throw new AssertionError(e);
    }
  }

  /** Goes on and says where the isolate stops next. */
  String then(int isolate, Resumption how) {
    resume(isolate, how);
    return where();
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
  public void scriptLoaded(Script script) {}

  @Override
  public void output(Output output) {
    outputs.add(output);
  }

  @Override
  public void ended(int exitCode) {}

  @Override
  public void close() {
    debugger.close();
    program.terminate();
    assertThat(stops).as("stops that no test has asked for").isEmpty();
    assertThat(outputs).as("output that no test has asked for").isEmpty();
  }
}
