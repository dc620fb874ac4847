package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.script.PauseListener;
import dev.durascope.runtime.time.PausableClock;
import java.util.Optional;

/**
 * While a debugger holds an isolate, its timers and the limits on its events do not come nearer;
 * nor does the alarm of the object in it.
 */
record StandingTime(PausableClock clock, Optional<DurableObject> object) implements PauseListener {
  @Override
  public void paused() {
    clock.pause();
    object.ifPresent(
        held -> {
          held.namespace().alarms().pause(held.id());
          held.changed();
        });
  }

  @Override
  public void goesOn() {
    clock.goOn();
    object.ifPresent(
        held -> {
          held.namespace().alarms().goOn(held.id());
          held.changed();
        });
  }
}
