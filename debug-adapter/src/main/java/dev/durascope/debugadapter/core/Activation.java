package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.FrameInstance.FrameAccess;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JavaScriptRootNode;
import com.oracle.truffle.js.runtime.objects.JSModuleRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of one function, which stays the same while an async function waits and is resumed.
 *
 * <p>The engine runs an async function in pieces: each {@code await} ends a piece, and a microtask
 * starts the next. What the pieces share is the frame that holds the function's variables. That
 * frame is therefore the call's identity, and it is what tells two interleaved calls of one
 * function apart. A resumed piece has a frame of its own around it, which carries the shared one
 * among its arguments.
 *
 * <p>A piece that ends at an await leaves a mark in the frame: the await's state slot holds a
 * number other than zero until the piece after it has taken the result. This class reads both from
 * the language's internals, which is why every GraalVM artifact has one pinned version.
 */
final class Activation {

  private static final String STATE_SLOT_PREFIX = ":generatorstate";

  private final Frame frame;
  private final RootNode root;

  private Activation(Frame frame, RootNode root) {
    this.frame = frame;
    this.root = root;
  }

  /** The activation of a frame; empty for a frame that is no JavaScript function's. */
  static Optional<Activation> of(DebugStackFrame debugFrame) {
    var node = node(debugFrame);
    var frame = rawFrame(debugFrame);
    if (node == null || frame == null || node.getRootNode() == null) {
      return Optional.empty();
    }
    return Optional.of(of(frame, node.getRootNode()));
  }

  static Activation of(Frame frame, RootNode root) {
    return new Activation(shared(frame, root), root);
  }

  private static Frame shared(Frame frame, RootNode root) {
    if (root instanceof JavaScriptRootNode function
        && function.isResumption()
        && frame.getFrameDescriptor() == root.getFrameDescriptor()) {
      return JSArguments.getResumeExecutionContext(frame.getArguments());
    }
    if (frame.getFrameDescriptor() == JavaScriptRootNode.MODULE_DUMMY_FRAMEDESCRIPTOR) {
      var module = (JSModuleRecord) JSArguments.getUserArgument(frame.getArguments(), 0);
      return module.getEnvironment();
    }
    return frame;
  }

  static @Nullable Node node(DebugStackFrame frame) {
    return frame.getRawNode(JavaScriptLanguage.class);
  }

  static @Nullable Frame rawFrame(DebugStackFrame frame) {
    return frame.getRawFrame(JavaScriptLanguage.class, FrameAccess.MATERIALIZE);
  }

  /** The frame that holds the function's variables. */
  Frame frame() {
    return frame;
  }

  RootNode root() {
    return root;
  }

  /** Whether this is the top level of a module. */
  boolean isModule() {
    return isModuleName(root.getName());
  }

  /** Whether the engine calls the top level of a module so. */
  static boolean isModuleName(@Nullable String name) {
    return name != null && name.startsWith(":module");
  }

  /**
   * Whether the call waits at an {@code await} or {@code yield}, or is just being resumed there.
   */
  boolean isSuspended() {
    var descriptor = frame.getFrameDescriptor();
    for (int slot = 0; slot < descriptor.getNumberOfSlots(); slot++) {
      if (frame.isInt(slot)
          && frame.getInt(slot) != 0
          && String.valueOf(descriptor.getSlotName(slot)).startsWith(STATE_SLOT_PREFIX)) {
        return true;
      }
    }
    return false;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // The frame itself is the identity.
  public boolean equals(@Nullable Object other) {
    return other instanceof Activation that && that.frame == frame;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(frame);
  }
}
