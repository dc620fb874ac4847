package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.message.Handover;
import dev.durascope.runtime.script.PauseListener;
import dev.durascope.runtime.time.PausableClock;
import java.util.List;
import java.util.function.Supplier;

/**
 * While a debugger holds an isolate, its timers and the limits on its events do not come nearer;
 * nor do the alarms of the objects in it. What the isolate has told others before reaches them.
 */
record StandingTime(PausableClock clock, Supplier<List<DurableObject>> objects)
    implements PauseListener {
  @Override
  public void paused() {
    Handover.release();
    clock.pause();
    for (var held : objects.get()) {
      held.namespace().alarms().pause(held.id());
      held.changed();
    }
  }

  @Override
  public void goesOn() {
    clock.goOn();
    for (var held : objects.get()) {
      held.namespace().alarms().goOn(held.id());
      held.changed();
    }
  }
}
