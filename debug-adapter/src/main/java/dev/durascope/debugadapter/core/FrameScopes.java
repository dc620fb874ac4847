package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.SuspendAnchor;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.interop.NodeLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.js.runtime.JSRealm;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The variables that a frame sees, in the groups that the user knows. */
final class FrameScopes {

  private static final String BLOCK_TITLE = "block";
  private static final String MODULE_TITLE_PREFIX = ":module";

  private FrameScopes() {}

  /** A group of variables. */
  record Group(Scope.Kind kind, String name, Container container) {}

  /** All that a frame of a pause sees; on the paused thread. */
  static List<Group> of(Pause pause, Frame frame, DebuggedIsolate isolate) {
    var groups = new ArrayList<Group>();
    returned(pause, frame).ifPresent(groups::add);
    groups.addAll(of(frame, isolate.modules(), isolate.view().object()));
    return groups;
  }

  /** The top frame of a thread that has just left a call has the call's result. */
  private static Optional<Group> returned(Pause pause, Frame frame) {
    var event = pause.event();
    var value = event.getSuspendAnchor() == SuspendAnchor.AFTER ? event.getReturnValue() : null;
    if (value == null || !(frame instanceof Frame.Live live) || !live.top()) {
      return Optional.empty();
    }
    var result = new Container.Returned(EngineValues.raw(live.frame(), value));
    return Optional.of(new Group(Scope.Kind.RETURNED, "Return value", result));
  }

  private static List<Group> of(Frame frame, ModuleScopes modules, Optional<ObjectView> object) {
    if (frame instanceof Frame.Calling) {
      return List.of();
    }
    var groups = new ArrayList<>(lexical(frame));
    object.ifPresent(view -> groups.add(durableObject(view)));
    if (groups.stream().noneMatch(group -> group.kind() == Scope.Kind.MODULE)) {
      module(frame, modules)
          .ifPresent(scope -> groups.add(variables(Scope.Kind.MODULE, "Module", scope)));
    }
    var global = JSRealm.get(null).getGlobalObject();
    groups.add(
        new Group(
            Scope.Kind.GLOBAL,
            "Global",
            new Container.Properties(global, "globalThis", Owner.NONE)));
    groups.sort(Comparator.comparing(Group::kind));
    return groups;
  }

  /** The scopes of the engine that code in the frame can name variables of. */
  static List<Object> visible(Frame frame) {
    var scopes = new ArrayList<Object>();
    for (var scope = innermost(frame); scope.isPresent(); scope = Interop.parent(scope.get())) {
      scopes.add(scope.get());
    }
    return scopes;
  }

  /**
   * Whether the engine finds these for code that it evaluates there: it looks at the very place of
   * the call only, which has no variables unless the thread is suspended at it.
   */
  static boolean isFoundByEngine(Frame frame) {
    var place = node(frame);
    return place != null && NodeLibrary.getUncached().hasScope(place, null);
  }

  /** The top-level variables of the script that the frame's function is part of. */
  static Optional<Object> module(Frame frame, ModuleScopes modules) {
    return script(frame).flatMap(modules::of);
  }

  private static List<Group> lexical(Frame frame) {
    var groups = new ArrayList<Group>();
    boolean functionSeen = false;
    for (var next = innermost(frame); next.isPresent(); next = Interop.parent(next.get())) {
      var scope = next.get();
      var title = Interop.title(scope);
      if (title.startsWith(MODULE_TITLE_PREFIX)) {
        functionSeen = true;
        groups.add(variables(Scope.Kind.MODULE, "Module", scope));
      } else if (functionSeen) {
        addClosure(groups, "Closure (" + title + ")", scope);
      } else if (!title.equals(BLOCK_TITLE)) {
        functionSeen = true;
        groups.add(variables(Scope.Kind.LOCAL, "Local", scope));
      } else if (!Interop.ownNames(scope).isEmpty()) {
        groups.add(variables(Scope.Kind.BLOCK, "Block", scope));
      }
    }
    return groups;
  }

  /** The engine may have several scopes for one function: they are one closure to the user. */
  private static void addClosure(List<Group> groups, String name, Object scope) {
    if (groups.getLast().name().equals(name)
        && groups.getLast().container() instanceof Container.Variables known) {
      var scopes = new ArrayList<>(known.scopes());
      scopes.add(scope);
      groups.removeLast();
      groups.add(new Group(Scope.Kind.CLOSURE, name, new Container.Variables(scopes)));
    } else if (!Interop.ownNames(scope).isEmpty()) {
      groups.add(variables(Scope.Kind.CLOSURE, name, scope));
    }
  }

  private static Group variables(Scope.Kind kind, String name, Object scope) {
    return new Group(kind, name, new Container.Variables(List.of(scope)));
  }

  private static Group durableObject(ObjectView view) {
    return new Group(
        Scope.Kind.DURABLE_OBJECT,
        "Durable Object",
        new Container.Facts(new ObjectFactParts(view)));
  }

  private static Optional<URI> script(Frame frame) {
    var node = node(frame);
    var section = node == null ? null : node.getEncapsulatingSourceSection();
    return section == null ? Optional.empty() : Optional.of(section.getSource().getURI());
  }

  private static @Nullable Node node(Frame frame) {
    return switch (frame) {
      case Frame.Live live -> Activation.node(live.frame());
      case Frame.Awaiting awaiting -> awaiting.element().getLocation();
      case Frame.Calling _ -> null;
    };
  }

  private static Optional<Object> innermost(Frame frame) {
    com.oracle.truffle.api.frame.@Nullable Frame raw =
        switch (frame) {
          case Frame.Live live -> Activation.rawFrame(live.frame());
          case Frame.Awaiting awaiting -> awaiting.element().getFrame();
          case Frame.Calling _ -> null;
        };
    if (!(raw instanceof MaterializedFrame materialized)) {
      return Optional.empty();
    }
    var library = NodeLibrary.getUncached();
    for (Node node = node(frame); node != null; node = node.getParent()) {
      if (library.hasScope(node, materialized)) {
        try {
          return Optional.of(library.getScope(node, materialized, true));
        } catch (UnsupportedMessageException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
