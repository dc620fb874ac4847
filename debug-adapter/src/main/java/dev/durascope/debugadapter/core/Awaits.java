package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.nodes.NodeUtil;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.js.nodes.control.AbstractAwaitNode;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Where functions of the program wait, and whether they would catch what is thrown there.
 *
 * <p>The engine tells only which function waits. Its awaits are looked for in all of its nodes,
 * which takes long where it is long, so what is found is kept for as long as the function. Any
 * thread.
 */
final class Awaits {

  /** Where an await keeps whether it is waited at. */
  private static final Field STATE_SLOT = EngineFields.of(AbstractAwaitNode.class, "stateSlot");

  private final Scripts scripts;
  private final Map<RootNode, List<Place>> byFunction =
      Collections.synchronizedMap(new WeakHashMap<>());

  Awaits(Scripts scripts) {
    this.scripts = scripts;
  }

  /**
   * @param slot of the frame, in which there is another number than zero while it is waited at
   * @param guarded whether it is in a {@code try} that has a {@code catch}
   */
  private record Place(int slot, boolean guarded) {
    boolean isWaiting(Frame frame) {
      return frame.isInt(slot) && frame.getInt(slot) != 0;
    }
  }

  /** Whether the await at which a function waits that has this frame catches what it throws. */
  boolean isGuarded(RootNode function, Frame frame) {
    return byFunction.computeIfAbsent(function, this::places).stream()
        .filter(place -> place.isWaiting(frame))
        .findFirst()
        .map(Place::guarded)
        .orElse(false);
  }

  private List<Place> places(RootNode function) {
    return NodeUtil.findAllNodeInstances(function, AbstractAwaitNode.class).stream()
        .map(await -> new Place(slot(await), Catching.isInTry(await, scripts)))
        .toList();
  }

  private static int slot(AbstractAwaitNode await) {
    try {
      return STATE_SLOT.getInt(await);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
