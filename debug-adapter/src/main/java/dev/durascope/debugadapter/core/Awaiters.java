package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.TruffleStackTrace;
import com.oracle.truffle.api.TruffleStackTraceElement;
import com.oracle.truffle.api.debug.SuspendedEvent;
import java.util.List;

/**
 * The calls that wait for the one that is paused, nearest first: what the stack would hold if no
 * one had ever awaited. The engine finds them by following the promises from the microtask that
 * resumed the paused call, so there are none before its first await; its callers are then on the
 * stack itself.
 */
final class Awaiters {

  private Awaiters() {}

  static List<TruffleStackTraceElement> of(SuspendedEvent event) {
    for (var frame : event.getStackFrames()) {
      var node = Activation.node(frame);
      var raw = Activation.rawFrame(frame);
      if (!frame.isInternal() || node == null || raw == null || node.getRootNode() == null) {
        continue;
      }
      var waiting =
          TruffleStackTrace.getAsynchronousStackTrace(node.getRootNode().getCallTarget(), raw);
      if (waiting != null && !waiting.isEmpty()) {
        return waiting;
      }
    }
    return List.of();
  }
}
