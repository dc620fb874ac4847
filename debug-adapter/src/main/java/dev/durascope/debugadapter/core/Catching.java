package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.js.nodes.control.AsyncFunctionBodyNode;
import com.oracle.truffle.js.nodes.control.TryCatchNode;
import com.oracle.truffle.js.nodes.promise.AsyncRootNode;
import com.oracle.truffle.js.nodes.promise.PromiseReactionJobNode.PromiseReactionJobRootNode;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import org.jspecify.annotations.Nullable;

/**
 * Whether something of the program is going to catch what is being thrown.
 *
 * <p>What is thrown goes up the stack, through {@code try} blocks or not, until it comes to an
 * async function: its promise is rejected. If the function has waited before, whoever has the
 * promise has said what becomes of it ({@link Rejections}). If not, it is just about to be
 * returned, and what the code around the call does with it can be read there ({@link PromiseUse}):
 * awaits it, hands it on, or says {@code .catch(…)}. What it does later, in another statement,
 * cannot be known, and counts as uncaught.
 *
 * <p>The runtime's own handlers catch nothing: what arrives there has left the program.
 */
@SuppressWarnings("ReferenceEquality") // Nodes and frames are who they are.
final class Catching {

  private Catching() {}

  static boolean isCaught(SuspendedEvent event, Scripts scripts, Awaits awaits) {
    var place = Activation.node(event.getTopStackFrame());
    if (place != null && isInTry(place, scripts)) {
      return true; // without asking for the frames below, which takes longer than all else
    }
    boolean returned = false;
    @Nullable Activation first = null;
    for (var frame : event.getStackFrames()) {
      var node = Activation.node(frame);
      var activation = Activation.of(frame);
      if (node == null || activation.isEmpty()) {
        continue;
      }
      var root = node.getRootNode();
      if (first != null) {
        if (first.equals(activation.get()) && isFirstPiece(node)) {
          first = null;
          returned = true;
          continue;
        }
        return Rejections.areHandled(promise(first), scripts, awaits);
      }
      if (returned) {
        switch (PromiseUse.of(node)) {
          case HANDLED -> {
            return true;
          }
          case LOST -> {
            return false;
          }
          case AWAITED -> returned = false;
          case RETURNED -> {
            if (!(root instanceof AsyncRootNode)) {
              continue;
            }
          }
        }
      }
      if (!returned && isInTry(node, scripts)) {
        return true;
      }
      returned = false;
      if (root instanceof AsyncRootNode) {
        first = activation.get();
      } else if (root instanceof PromiseReactionJobRootNode) {
        return Rejections.areHandled(Rejections.derived(activation.get().frame()), scripts, awaits);
      }
    }
    return first != null && Rejections.areHandled(promise(first), scripts, awaits);
  }

  /** A function that has not waited yet runs within the call that has made its promise. */
  private static boolean isFirstPiece(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up instanceof AsyncFunctionBodyNode) {
        return true;
      }
    }
    return false;
  }

  /** The promise that a call of an async function has returned. */
  private static @Nullable JSDynamicObject promise(Activation call) {
    var frame = call.frame();
    if (!(call.root() instanceof AsyncRootNode root)) {
      return null;
    }
    for (int slot = 0; slot < frame.getFrameDescriptor().getNumberOfSlots(); slot++) {
      if (frame.isObject(slot)
          && frame.getObject(slot) instanceof Object[] context
          && context.length > AsyncRootNode.ASYNC_FRAME_INDEX
          && context[AsyncRootNode.ASYNC_FRAME_INDEX] == frame) {
        return root.getAsyncFunctionPromise(
            frame, context[AsyncRootNode.GENERATOR_OBJECT_OR_PROMISE_CAPABILITY_INDEX]);
      }
    }
    return null;
  }

  /** Whether a place of the program is in a {@code try} block that has a {@code catch}. */
  static boolean isInTry(Node place, Scripts scripts) {
    var section = place.getEncapsulatingSourceSection();
    if (section == null || !scripts.isProject(section.getSource())) {
      return false;
    }
    for (Node node = place; node.getParent() != null; node = node.getParent()) {
      if (node.getParent() instanceof TryCatchNode guard
          && guard.getChildren().iterator().next() == node) {
        return true;
      }
    }
    return false;
  }
}
