package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.message.CallMark;
import dev.durascope.runtime.script.Isolate;
import java.util.Optional;
import java.util.function.Supplier;

/** Told of isolates that come and go; the debugger's threads are made of this. */
public interface IsolateListener {
  /**
   * An isolate has its thread and has run none of the user's code yet. Called on that thread.
   *
   * @param version of the code that it will run
   * @param tenancy who will live in it
   */
  void started(Isolate isolate, WorkerVersion version, Tenancy tenancy);

  /** An isolate has run its last code. */
  void ended(Isolate isolate);

  /** Who lives in an isolate. */
  sealed interface Tenancy {
    /** A worker's stateless handlers. */
    record Handlers() implements Tenancy {
      @Override
      public Optional<LiveObject> running() {
        return Optional.empty();
      }
    }

    /** An object that has the isolate to itself. */
    record One(LiveObject object) implements Tenancy {
      @Override
      public Optional<LiveObject> running() {
        return Optional.of(object);
      }
    }

    /** Objects that share it; they come and go. */
    record Many(Supplier<Optional<LiveObject>> current) implements Tenancy {
      @Override
      public Optional<LiveObject> running() {
        return current.get();
      }
    }

    /** The object whose turn it is, or was last, if it is one that lives there. Any thread. */
    Optional<LiveObject> running();
  }

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
