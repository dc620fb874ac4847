package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.AlarmSchedule;
import dev.durascope.runtime.durable.DurableObjectId;
import dev.durascope.runtime.script.ScriptError;
import dev.durascope.runtime.storage.DeleteAllScope;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.Savepoint;
import dev.durascope.runtime.time.PausableClock;
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
  private final PausableClock clock;
  private long pausedBefore;
  private boolean handlerExists = true;
  private boolean handling;
  private boolean touchedWhileHandling;
  private boolean changed;

  AlarmMemory(ObjectStore store, AlarmSchedule schedule, DurableObjectId id, PausableClock clock) {
    this.store = store;
    this.schedule = schedule;
    this.id = id;
    this.clock = clock;
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
      throw ScriptError.typeError(
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

  /** {@code deleteAll()} was called, which may have taken the alarm along. */
  void allDeleted(DeleteAllScope scope) {
    if (scope == DeleteAllScope.CONTENT_AND_ALARM) {
      noteChange();
    }
  }

  private void noteChange() {
    changed = true;
    pausedBefore = clock.pausedMillis();
    touchedWhileHandling = handling;
  }

  /** A savepoint of the store which, rolled back, takes back what the handler did to the alarm. */
  Savepoint savepoint() {
    var inner = store.savepoint();
    var touchedBefore = touchedWhileHandling;
    return new Savepoint() {
      @Override
      public void release() {
        inner.release();
      }

      @Override
      public void rollback() {
        inner.rollback();
        touchedWhileHandling = touchedBefore;
      }

      @Override
      public boolean isEnded() {
        return inner.isEnded();
      }
    };
  }

  /**
   * The handler is about to start for the alarm that the schedule knows.
   *
   * @return false if there is nothing to run: what is stored is gone, or due later
   */
  boolean beginHandling(long scheduledTime, long now) {
    var stored = store.alarm();
    if (stored.isEmpty()) {
      return false;
    }
    if (stored.getAsLong() != scheduledTime && stored.getAsLong() > now) {
      schedule.set(id, stored.getAsLong());
      return false;
    }
    handling = true;
    touchedWhileHandling = false;
    return true;
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

  /** The schedule has given an alarm up; it is forgotten if it is still the stored one. */
  void abandoned(long scheduledTime) {
    var stored = store.alarm();
    if (stored.isPresent() && stored.getAsLong() == scheduledTime) {
      delete();
    }
  }

  /** Has the schedule follow what was just committed. True if the alarm has changed. */
  boolean committed() {
    if (!changed && !store.wasRestored()) {
      return false;
    }
    changed = false;
    if (handling && !touchedWhileHandling) {
      return false; // rolled back: the schedule's run goes on
    }
    OptionalLong alarm = store.alarm();
    if (alarm.isPresent()) {
      schedule.set(id, alarm.getAsLong(), clock.pausedMillis() - pausedBefore);
    } else {
      schedule.delete(id);
    }
    return true;
  }
}
