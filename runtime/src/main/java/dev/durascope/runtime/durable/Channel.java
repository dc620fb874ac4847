package dev.durascope.runtime.durable;

import dev.durascope.runtime.message.ScriptFailure;
import org.jspecify.annotations.Nullable;

/**
 * What a stub has of an object from its first use on. The object may come and go; but when it is
 * reset (by an error in its constructor, {@code ctx.abort()}, lost writes), all channels to it are
 * broken for good: whoever holds one learns that what it had told the object may be forgotten, and
 * has to get a new stub. Usable on any thread.
 */
public final class Channel {
  private final DurableObject object;
  private volatile @Nullable ScriptFailure brokenBy;

  Channel(DurableObject object) {
    this.object = object;
  }

  /** Brings an event to the object. */
  public void deliver(Event event) {
    var broken = brokenBy;
    if (broken == null) {
      object.deliver(event);
    } else {
      event.refuse(broken);
    }
  }

  boolean isBroken() {
    return brokenBy != null;
  }

  void breakBy(ScriptFailure reason) {
    brokenBy = reason;
  }
}
