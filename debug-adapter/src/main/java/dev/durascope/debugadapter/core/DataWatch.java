package dev.durascope.debugadapter.core;

import java.util.List;
import org.graalvm.polyglot.Context;

/**
 * Told by the debuggee what its program does with storage, on the isolate's thread, from within the
 * call that did it.
 */
public interface DataWatch {

  /** Whether it wants to be told of accesses to some of an object's data at all. */
  boolean watches(ObjectIdentity object);

  /** Whether it wants to be told of accesses to these. */
  boolean watches(ObjectIdentity object, StoredData data);

  /**
   * One operation has accessed something that is watched.
   *
   * @param context the isolate's
   */
  void accessed(int isolate, ObjectIdentity object, List<DataAccess> accesses, Context context);
}
