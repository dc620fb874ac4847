package dev.durascope.debugadapter.core;

import dev.durascope.debugadapter.fixture.TestDebuggee;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A debugger on a test program of one file. */
final class DebugSession extends DebuggeeSession {

  static final Path FILE = Path.of("/project/src/index.js");

  final TestDebuggee program;

  DebugSession(String text) {
    this(text, new DebuggerOptions(Duration.ofSeconds(30), false));
  }

  DebugSession(String text, DebuggerOptions options) {
    this(new TestDebuggee(FILE, text), options);
  }

  private DebugSession(TestDebuggee program, DebuggerOptions options) {
    super(program, options);
    this.program = program;
  }

  List<BreakpointStatus> breakAt(int... lines) {
    return breakAt(FILE, lines);
  }
}
