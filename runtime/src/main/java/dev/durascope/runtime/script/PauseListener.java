package dev.durascope.runtime.script;

/**
 * Told when a debugger holds an isolate, and when it lets it go: what waits for time to pass then
 * waits longer. On the isolate's thread; must return at once.
 */
public interface PauseListener {
  /** Listens to nothing. */
  PauseListener NONE =
      new PauseListener() {
        @Override
        public void paused() {}

        @Override
        public void goesOn() {}
      };

  /** The isolate stands still from now on. */
  void paused();

  /** It runs again. */
  void goesOn();
}
