package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.script.Isolate;
import java.util.List;

/**
 * Told of what the user's code does with storage, on the isolate's thread, from within the call of
 * the user's code that did it. What came of it is in the storage by then.
 */
public interface StorageHook {
  /** Whether anything of the object is watched; asked before an access, so it has to be quick. */
  boolean watches(DurableObject object);

  /** Whether a key is. */
  boolean watchesKey(DurableObject object, String key);

  /** Whether the alarm is. */
  boolean watchesAlarm(DurableObject object);

  /** Whether a table of the object's SQL is. */
  boolean watchesTable(DurableObject object, String table);

  /** One operation has read or written something that is watched. */
  void accessed(Isolate isolate, DurableObject object, List<StorageAccess> accesses);
}
