package dev.durascope.runtime.durable;

/** Told of changes to objects, on whatever thread makes them; must only hand over. */
public interface ObjectListener {
  /** An object has appeared, woken, gone idle, hibernated, or changed its alarm or sockets. */
  void changed(DurableObject object);

  /** An object has committed writes to its storage. */
  void stored(DurableObject object);
}
