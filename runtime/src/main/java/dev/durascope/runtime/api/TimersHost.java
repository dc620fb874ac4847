package dev.durascope.runtime.api;

import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.time.Clock;

/**
 * {@code host.timers}: asks the clock, and posts the callback to the isolate when its time comes.
 */
public final class TimersHost {
  private TimersHost() {}

  /** The group for one isolate. */
  public static HostGroup group(Isolate isolate, Clock clock) {
    return new HostGroup("timers")
        .function(
            "schedule",
            arguments -> {
              var callback = arguments.value(1);
              var at = clock.millis() + (long) arguments.number(0);
              return clock.schedule(at, () -> isolate.post(callback::executeVoid));
            })
        .function(
            "cancel",
            arguments -> {
              arguments.handle(0, Clock.Timer.class).cancel();
              return null;
            })
        .function("now", arguments -> clock.millis());
  }
}
