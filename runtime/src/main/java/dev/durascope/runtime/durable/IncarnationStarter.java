package dev.durascope.runtime.durable;

/** Starts incarnations with the newest version of the object's class. */
@FunctionalInterface
public interface IncarnationStarter {
  /** Starts one; its constructor runs before the first event. Does not wait. */
  Incarnation start(DurableObject object);
}
