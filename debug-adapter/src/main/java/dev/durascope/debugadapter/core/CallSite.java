package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.source.SourceSection;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of the user's program on the stack of a running thread, and where in it the thread is.
 *
 * @param name the function, as the engine calls it
 * @param activation the call
 * @param section the innermost call expression that it has come to
 * @param position the same in the user's file
 */
record CallSite(String name, Activation activation, SourceSection section, FilePosition position) {

  /** How many calls are noted. */
  private static final int MAX_SITES = 10;

  /** The innermost calls of the user's program on the stack of this thread. */
  static List<CallSite> here(Scripts scripts) {
    var sites = new ArrayList<CallSite>();
    Truffle.getRuntime()
        .iterateFrames(
            frame -> {
              add(frame, scripts, sites);
              return sites.size() < MAX_SITES ? null : frame;
            });
    return sites;
  }

  private static void add(FrameInstance frame, Scripts scripts, List<CallSite> sites) {
    var node = frame.getCallNode();
    var section = node == null ? null : node.getEncapsulatingSourceSection();
    if (section == null || !(frame.getCallTarget() instanceof RootCallTarget target)) {
      return;
    }
    scripts
        .original(section)
        .ifPresent(
            position -> {
              var root = target.getRootNode();
              var activation =
                  Activation.of(frame.getFrame(FrameInstance.FrameAccess.MATERIALIZE), root);
              if (sites.isEmpty() || !sites.getLast().activation().equals(activation)) {
                sites.add(
                    new CallSite(String.valueOf(root.getName()), activation, section, position));
              }
            });
  }
}
