package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.instrumentation.InstrumentableNode.WrapperNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.js.nodes.JavaScriptNode;
import com.oracle.truffle.js.nodes.access.JSConstantNode;
import com.oracle.truffle.js.nodes.access.PropertyNode;
import com.oracle.truffle.js.nodes.control.AbstractAwaitNode;
import com.oracle.truffle.js.nodes.control.ReturnNode;
import com.oracle.truffle.js.nodes.function.FunctionBodyNode;
import com.oracle.truffle.js.nodes.function.JSFunctionCallNode.InvokeNode;
import com.oracle.truffle.js.nodes.instrumentation.JSInputGeneratingNodeWrapper;
import com.oracle.truffle.js.nodes.instrumentation.JSTaggedExecutionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the expression around a call does with the promise that the call is about to return. */
@SuppressWarnings("ReferenceEquality") // Nodes and frames are who they are.
enum PromiseUse {
  /** It has a handler for the rejection: {@code .catch(f)}, {@code .then(f, g)}. */
  HANDLED,
  /** It is awaited, so that the rejection is thrown in the caller. */
  AWAITED,
  /** It is what the caller returns. */
  RETURNED,
  /** Anything else. */
  LOST;

  static PromiseUse of(Node call) {
    var node = expression(call);
    while (true) {
      switch (node.getParent()) {
        case null -> {
          return LOST;
        }
        case AbstractAwaitNode _ -> {
          return AWAITED;
        }
        case ReturnNode _, FunctionBodyNode _, RootNode _ -> {
          return RETURNED;
        }
        case JavaScriptNode wrapper when isWrapper(wrapper) -> node = wrapper;
        case Node _ -> {
          var reaction = Reaction.to(node);
          if (reaction.isEmpty() || !reaction.get().isOfPromises()) {
            return LOST;
          } else if (reaction.get().isHandler()) {
            return HANDLED;
          }
          node = reaction.get().call();
        }
      }
    }
  }

  /** The expression that calls: what calls in the end is a part of it that the engine exchanges. */
  private static Node expression(Node call) {
    var node = call;
    while (!(node instanceof JavaScriptNode) && node.getParent() != null) {
      node = node.getParent();
    }
    return node;
  }

  private static boolean isWrapper(Node node) {
    return node instanceof WrapperNode
        || node instanceof JSTaggedExecutionNode
        || node instanceof JSInputGeneratingNodeWrapper;
  }

  /** A call of a method of the promise. */
  private record Reaction(InvokeNode call, String method, List<Node> handlers) {

    /** The one on the value of a node; the method's node has that value's in it, or beside it. */
    static Optional<Reaction> to(Node node) {
      if (node.getParent() instanceof InvokeNode call && call.getTarget() == node) {
        var parts = after(call, node);
        return parts.isEmpty() || !(unwrapped(parts.getFirst()) instanceof PropertyNode method)
            ? Optional.empty()
            : Optional.of(new Reaction(call, name(method), parts.subList(1, parts.size())));
      }
      if (node.getParent() instanceof PropertyNode method && method.getTarget() == node) {
        Node inCall = method;
        while (isWrapper(inCall.getParent())) {
          inCall = inCall.getParent();
        }
        return inCall.getParent() instanceof InvokeNode call
            ? Optional.of(new Reaction(call, name(method), after(call, inCall)))
            : Optional.empty();
      }
      return Optional.empty();
    }

    private static String name(PropertyNode method) {
      return String.valueOf(method.getPropertyKey());
    }

    private static List<Node> after(InvokeNode call, Node part) {
      var parts = new ArrayList<Node>();
      boolean seen = false;
      for (var child : call.getChildren()) {
        if (seen && child instanceof JavaScriptNode) {
          parts.add(child);
        }
        seen |= child == part;
      }
      return parts;
    }

    boolean isOfPromises() {
      return List.of("then", "catch", "finally").contains(method);
    }

    boolean isHandler() {
      int handler = method.equals("then") ? 1 : 0;
      return !method.equals("finally")
          && handlers.size() > handler
          && !(unwrapped(handlers.get(handler)) instanceof JSConstantNode);
    }

    private static Node unwrapped(Node node) {
      return node instanceof WrapperNode wrapper ? wrapper.getDelegateNode() : node;
    }
  }
}
