package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SuspendedEvent;
import java.net.URI;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * Stops an isolate where the engine would not: where none of the program's code runs, so that its
 * memory can be looked at, and in the middle of a call into the runtime.
 *
 * <p>The engine suspends at statements only. So the thread calls a function of the debugger's own,
 * and is suspended in it at once. Where code of the program is below it on the stack, that is what
 * the user sees, steps in and evaluates in. Where none is, the user sees this frame, which has no
 * place in any file, and as {@code this} the object that the function is called on.
 */
final class Standstill {

  private static final URI ADDRESS = URI.create("durascope:standstill");
  private static final String NAME = "at rest";
  private static final Source FUNCTION =
      Source.newBuilder("js", "(function () { return this; })", "standstill")
          .uri(ADDRESS)
          .buildLiteral();

  private Standstill() {}

  static boolean isHere(com.oracle.truffle.api.source.Source source) {
    return source.getURI().equals(ADDRESS);
  }

  /** The name of the frame that stands for all code that does not run. */
  static String frameName() {
    return NAME;
  }

  /**
   * Suspends the isolate's own thread, where it is.
   *
   * @param due says whether that is a stop
   * @param self what is shown as {@code this} if no code of the program is on the stack
   */
  static void at(
      DebuggedIsolate isolate,
      DebuggedIsolate.Due due,
      DebuggerSession session,
      Context context,
      Value self) {
    var function = context.eval(FUNCTION);
    isolate.due(due);
    session.suspend(Thread.currentThread());
    try {
      function.invokeMember("call", self);
    } finally {
      isolate.takeDue();
    }
  }

  private static boolean isOfProgram(DebugStackFrame frame) {
    var section = frame.getSourceSection();
    return section != null && !isHere(section.getSource());
  }

  /** The frame that the user takes for the top of the stack. */
  static DebugStackFrame topFrame(SuspendedEvent event) {
    var top = event.getTopStackFrame();
    var section = top.getSourceSection();
    if (section == null || !isHere(section.getSource())) {
      return top;
    }
    for (var frame : event.getStackFrames()) {
      if (!frame.isInternal() && isOfProgram(frame)) {
        return frame;
      }
    }
    return top;
  }
}
