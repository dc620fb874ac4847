package dev.durascope.debugadapter.runtime.facts;

import dev.durascope.debugadapter.core.DebuggerException;
import dev.durascope.debugadapter.core.EvaluationException;
import dev.durascope.debugadapter.core.Fact;
import dev.durascope.runtime.worker.ObjectInterior;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalLong;
import org.graalvm.polyglot.Value;

/** When the alarm is due; a date, a number of milliseconds or null can be put in its place. */
final class AlarmFact {
  private AlarmFact() {}

  static Fact of(ObjectInterior interior) {
    var alarm = interior.alarm();
    var due = alarm.isPresent() ? Instant.ofEpochMilli(alarm.getAsLong()).toString() : "(not set)";
    return Fact.of("alarm", interior.isHandlingAlarm() ? due + ", its handler runs" : due)
        .at(value -> set(interior, time(value)));
  }

  private static void set(ObjectInterior interior, OptionalLong time) throws DebuggerException {
    Refusal.of(
        () -> {
          if (time.isPresent()) {
            interior.setAlarm(time.getAsLong());
          } else {
            interior.deleteAlarm();
          }
        });
  }

  private static OptionalLong time(Value value) throws DebuggerException {
    if (value.isNull()) {
      return OptionalLong.empty();
    } else if (value.isInstant()) {
      return OptionalLong.of(value.asInstant().toEpochMilli());
    } else if (value.isNumber() && Double.isFinite(value.asDouble())) {
      return OptionalLong.of((long) value.asDouble());
    }
    return OptionalLong.of(value.isString() ? parsed(value.asString()) : noTime());
  }

  private static long parsed(String text) throws DebuggerException {
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeException e) {
      return noTime();
    }
  }

  private static long noTime() throws DebuggerException {
    throw new EvaluationException(
        "An alarm is a Date, a number of milliseconds since 1970, a text as"
            + " \"2026-01-01T00:00:00Z\", or null for none.");
  }
}
