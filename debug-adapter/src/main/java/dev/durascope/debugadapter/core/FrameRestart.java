package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.js.runtime.JavaScriptRootNode;

/**
 * Finds what the engine has to begin anew when the user restarts a call.
 *
 * <p>The engine drops the calls above, goes back to the caller's call expression, and calls again
 * with the same arguments, without evaluating them. So the caller must be JavaScript that the
 * debugger steps through, and so must be all calls that are dropped: an unwinding that meets a
 * function of the language or of the runtime is lost there. And the call must not have been
 * interrupted: one that has waited at an await is run in pieces, and the piece on the stack is not
 * its beginning.
 */
final class FrameRestart {

  private FrameRestart() {}

  /** How to restart a frame. On the paused thread. */
  static Departure.Restart of(Pause pause, Frame frame, Scripts scripts, Stepper stepper)
      throws DebuggerException {
    var call =
        switch (frame) {
          case Frame.Live live -> Activation.of(live.frame()).orElse(null);
          case Frame.Awaiting _, Frame.Calling _ -> null;
        };
    if (call == null) {
      throw new DebuggerException(
          "This call waits for another and is not on the stack: it cannot be restarted.");
    }
    if (call.isModule()) {
      throw new DebuggerException("The top level of a module runs once and cannot be restarted.");
    }
    return new Departure.Restart(find(pause, call, scripts, stepper), call);
  }

  private static DebugStackFrame find(
      Pause pause, Activation wanted, Scripts scripts, Stepper stepper) throws DebuggerException {
    DebugStackFrame found = null;
    boolean calledByProgram = false;
    boolean othersAbove = false;
    for (var frame : pause.event().getStackFrames()) {
      boolean isWanted = Activation.of(frame).filter(wanted::equals).isPresent();
      if (found == null && Activation.of(frame).filter(stepper::isEarly).isPresent()) {
        throw new DebuggerException(
            "This call, or one that it has made, had begun before anything could stop the program:"
                + " it cannot be restarted.");
      }
      if (isWanted) {
        found = isResumption(frame) ? found : frame;
      } else if (found != null) {
        calledByProgram = isOfProgram(frame, scripts);
        break;
      } else {
        othersAbove |= !isOfProgram(frame, scripts);
      }
    }
    if (found == null) {
      throw new DebuggerException(
          "This call has waited at an await and is resumed from there: it cannot be restarted.");
    }
    if (!calledByProgram) {
      throw new DebuggerException(
          "It was not your code that has called this function: it cannot be restarted.");
    }
    if (othersAbove) {
      throw new DebuggerException(
          "Functions that are not yours stand between this call and those above it: it cannot be"
              + " restarted.");
    }
    return found;
  }

  private static boolean isResumption(DebugStackFrame frame) {
    var node = Activation.node(frame);
    return node != null
        && node.getRootNode() instanceof JavaScriptRootNode function
        && function.isResumption();
  }

  private static boolean isOfProgram(DebugStackFrame frame, Scripts scripts) {
    var node = Activation.node(frame);
    var section = node == null ? null : node.getEncapsulatingSourceSection();
    return section != null && scripts.isProject(section.getSource());
  }
}
