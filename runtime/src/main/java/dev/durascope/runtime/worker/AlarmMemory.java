package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.AlarmSchedule;
import dev.durascope.runtime.durable.DurableObjectId;
import dev.durascope.runtime.script.ScriptError;
import dev.durascope.runtime.storage.ObjectStore;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The alarm of one object in memory: what its code sees of it, and when the schedule hears of it.
 *
 * <p>While the handler runs the alarm that is being handled stays stored, so that it comes again
 * after a crash, but the code does not see it: {@code getAlarm()} is null unless the handler has
 * set a new one. The schedule follows what was committed, never what may still be rolled back. On
 * the isolate's thread only.
 */
final class AlarmMemory {
  private final ObjectStore store;
  private final AlarmSchedule schedule;
  private final DurableObjectId id;
  private boolean handlerExists = true;
  private boolean handling;
  private boolean touchedWhileHandling;
  private boolean changed;

  AlarmMemory(ObjectStore store, AlarmSchedule schedule, DurableObjectId id) {
    this.store = store;
    this.schedule = schedule;
    this.id = id;
  }

  /** Whether the class has an {@code alarm()}; known once the instance stands. */
  void handlerExists(boolean exists) {
    handlerExists = exists;
  }

  /** What {@code getAlarm()} gives, in milliseconds since the Unix epoch; null if there is none. */
  @Nullable Long get() {
    if (handling && !touchedWhileHandling) {
      return null;
    }
    var alarm = store.alarm();
    return alarm.isPresent() ? alarm.getAsLong() : null;
  }

  void set(long atMillis) {
    if (!handlerExists) {
      throw ScriptError.error(
          "Your Durable Object class must have an alarm() handler in order to call setAlarm()");
    }
    store.setAlarm(atMillis);
    noteChange();
  }

  void delete() {
    store.deleteAlarm();
    noteChange();
  }

  /** Somebody else has set it, or deleted it. */
  void changedFromOutside() {
    noteChange();
  }

  private void noteChange() {
    changed = true;
    touchedWhileHandling = handling;
  }

  /** The handler starts. */
  void beginHandling() {
    handling = true;
    touchedWhileHandling = false;
  }

  /** The handler has succeeded: the alarm is over unless the handler has set a new one. */
  void succeeded() {
    handling = false;
    if (!touchedWhileHandling) {
      store.deleteAlarm();
      changed = true;
    }
  }

  /**
   * The handler has failed.
   *
   * @return whether the alarm it was called for stands, and so has to come again
   */
  boolean failed() {
    handling = false;
    return !touchedWhileHandling;
  }

  /** Has the schedule follow what was just committed. True if the alarm has changed. */
  boolean committed() {
    if (!changed) {
      return false;
    }
    changed = false;
    OptionalLong alarm = store.alarm();
    if (alarm.isPresent()) {
      schedule.set(id, alarm.getAsLong());
    } else {
      schedule.delete(id);
    }
    return true;
  }
}
