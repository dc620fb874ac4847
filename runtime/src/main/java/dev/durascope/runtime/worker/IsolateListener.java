package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.message.CallMark;
import dev.durascope.runtime.script.Isolate;
import java.util.Optional;

/** Told of isolates that come and go; the debugger's threads are made of this. */
public interface IsolateListener {
  /**
   * An isolate has its thread and has run none of the user's code yet. Called on that thread.
   *
   * @param version of the code that it will run
   * @param object the Durable Object that will live in it; empty for a Worker's own
   */
  void started(Isolate isolate, WorkerVersion version, Optional<LiveObject> object);

  /** An isolate has run its last code. */
  void ended(Isolate isolate);

  /**
   * JavaScript calls another isolate, or itself by way of a stub. Asked on the caller's thread,
   * within the call; the mark goes with it.
   */
  default Optional<CallMark> calling() {
    return Optional.empty();
  }

  /**
   * A Durable Object in memory.
   *
   * @param interior what it is from within; on the isolate's thread only
   */
  record LiveObject(DurableObject object, ObjectInterior interior) {}
}
