package dev.durascope.runtime.script;

/**
 * Where turns come into an isolate that continue what an earlier turn has begun: the owner of the
 * isolate may keep them waiting. Without one they come as they are posted. On the isolate's thread
 * only.
 */
public interface TurnGate {
  /** A gate that keeps nothing waiting. */
  TurnGate OPEN =
      new TurnGate() {
        @Override
        public Entrance entrance() {
          return Entrance.FREE;
        }

        @Override
        public Entrance reservedEntrance() {
          return Entrance.FREE;
        }
      };

  /** The way in for what the running turn begins. */
  Entrance entrance();

  /**
   * The same for what must come back before anything else comes in; it has to be used, once. For
   * work that the platform does within a turn, and that is done beside the isolate here.
   */
  Entrance reservedEntrance();

  /** A way in. */
  @FunctionalInterface
  interface Entrance {
    /** One that is always free. */
    Entrance FREE = Runnable::run;

    /** Runs {@code turn} now, or when it may come in. */
    void enter(Runnable turn);

    /** Whether nothing comes in here any more. Any thread. */
    default boolean isClosed() {
      return false;
    }
  }
}
