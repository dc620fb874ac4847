package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.TruffleStackTraceElement;
import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.nodes.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stack of a paused thread, as the user would draw it: the calls of the user's program with the
 * positions of the original files, then those that wait for them, then those of other isolates that
 * wait for the answer. Calls of the runtime's own code are left out.
 */
final class StackReader {

  /** From so many frames on, no other isolate's are added. */
  private static final int MAX_FRAMES = 200;

  private final Scripts scripts;
  private final References references;

  StackReader(Scripts scripts, References references) {
    this.scripts = scripts;
    this.references = references;
  }

  List<StackFrame> read(Pause pause) {
    var stack = new ArrayList<StackFrame>();
    Optional<Activation> above = Optional.empty();
    boolean top = true;
    for (var frame : pause.event().getStackFrames()) {
      var activation = Activation.of(frame);
      boolean sameCall = activation.isPresent() && activation.equals(above);
      if (!sameCall) {
        call(pause, frame, top).ifPresent(stack::add);
      }
      above = activation;
      top = false;
    }
    var waiting = new ArrayList<StackFrame>();
    for (var element : Awaiters.of(pause.event())) {
      awaiting(pause, element).ifPresent(waiting::add);
    }
    if (stack.isEmpty()) {
      atRest(pause).ifPresent(stack::add);
    }
    if (!waiting.isEmpty()) {
      stack.add(separator("await"));
      stack.addAll(waiting);
    }
    for (var call = CallContext.current();
        call.isPresent() && stack.size() < MAX_FRAMES;
        call = call.get().outer()) {
      calling(pause, call.get(), stack);
    }
    return stack;
  }

  /** The calls in another isolate that wait for the answer. */
  private void calling(Pause pause, RemoteCall call, List<StackFrame> stack) {
    if (call.isAnswered()) {
      return;
    }
    stack.add(separator("called by " + call.caller().view().title()));
    for (var site : call.sites()) {
      stack.add(
          new StackFrame(
              references.hold(pause, new Frame.Calling()),
              name(site.name()),
              Optional.of(site.position()),
              StackFrame.Kind.CALLING));
    }
  }

  private static StackFrame separator(String text) {
    return new StackFrame(0, text, Optional.empty(), StackFrame.Kind.SEPARATOR);
  }

  private Optional<StackFrame> call(Pause pause, DebugStackFrame frame, boolean top) {
    var section = frame.getSourceSection();
    return scripts
        .original(section)
        .map(
            position ->
                new StackFrame(
                    references.hold(pause, new Frame.Live(frame, top)),
                    name(frame.getName()),
                    Optional.of(position),
                    StackFrame.Kind.CALL));
  }

  private Optional<StackFrame> atRest(Pause pause) {
    var frame = Standstill.topFrame(pause.event());
    var section = frame.getSourceSection();
    return Optional.ofNullable(section)
        .filter(found -> Standstill.isHere(found.getSource()))
        .map(
            _ ->
                new StackFrame(
                    references.hold(pause, new Frame.Live(frame, true)),
                    Standstill.frameName(),
                    Optional.empty(),
                    StackFrame.Kind.CALL));
  }

  private Optional<StackFrame> awaiting(Pause pause, TruffleStackTraceElement element) {
    Node location = element.getLocation();
    if (location == null || element.getFrame() == null) {
      return Optional.empty();
    }
    return scripts
        .original(location.getEncapsulatingSourceSection())
        .map(
            position ->
                new StackFrame(
                    references.hold(pause, new Frame.Awaiting(element)),
                    name(element.getTarget().getRootNode().getName()),
                    Optional.of(position),
                    StackFrame.Kind.AWAITING));
  }

  private static String name(@Nullable String engineName) {
    if (engineName == null || engineName.isEmpty()) {
      return "(anonymous)";
    } else if (engineName.startsWith(":module")) {
      return "(module)";
    }
    return engineName.startsWith(":") ? "(anonymous)" : engineName;
  }
}
