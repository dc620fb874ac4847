package dev.durascope.runtime.project;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.ObjectListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes changes to objects on to the tools that show them. */
public final class ChangeFeed implements ObjectListener {
  private final List<ObjectListener> listeners = new CopyOnWriteArrayList<>();

  ChangeFeed() {}

  /** Reports to {@code listener} from now on. */
  public void add(ObjectListener listener) {
    listeners.add(listener);
  }

  /** Reports no more. */
  public void remove(ObjectListener listener) {
    listeners.remove(listener);
  }

  @Override
  public void changed(DurableObject object) {
    listeners.forEach(listener -> listener.changed(object));
  }

  @Override
  public void stored(DurableObject object) {
    listeners.forEach(listener -> listener.stored(object));
  }
}
