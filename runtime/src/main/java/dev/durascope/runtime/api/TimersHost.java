package dev.durascope.runtime.api;

import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.time.Clock;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

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
              var back = isolate.continuation();
              var timer = clock.schedule(at, () -> back.post(() -> run(isolate, callback)));
              if (arguments.isNull(2)) {
                isolate.beginnings().note(timer);
              } else {
                isolate.beginnings().follow(arguments.handle(2, Clock.Timer.class), timer);
              }
              return timer;
            })
        .function(
            "cancel",
            arguments -> {
              arguments.handle(0, Clock.Timer.class).cancel();
              return null;
            })
        .function("now", arguments -> clock.millis());
  }

  /**
   * Runs a callback whose error nobody in JavaScript can catch. It is caught here and not in the
   * prelude, so that a debugger sees it as the uncaught error that it is.
   */
  private static void run(Isolate isolate, Value callback) {
    try {
      callback.executeVoid();
    } catch (PolyglotException e) {
      if (!e.isGuestException() || e.getGuestObject() == null) {
        throw e;
      }
      isolate.prelude("report").getMember("reportError").executeVoid(e.getGuestObject());
    }
  }
}
