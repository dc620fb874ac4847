package dev.durascope.debugadapter.core;

import java.util.List;
import java.util.Optional;

/** The Durable Object of an isolate, with the facts that no JavaScript variable shows. */
public interface ObjectView {

  /** Names the object in control actions. */
  ObjectKey key();

  /**
   * The object's facts: its id, name and class, storage, alarm and sockets. They are read when
   * asked for, and show what the object itself would read, uncommitted writes included. Called on
   * the isolate's thread while it is paused.
   */
  List<Fact> facts();

  /** What keeps it from hibernating now. Called on the isolate's thread. */
  default List<HibernationBlocker> blockers() {
    return List.of();
  }

  /** What the fact of a name is in the object's storage; empty for what is not stored. */
  default Optional<StoredData> stored(String fact) {
    return Optional.empty();
  }
}
