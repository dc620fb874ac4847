package dev.durascope.runtime.storage;

import java.util.List;
import java.util.Optional;

/**
 * When which object of a class is to be woken, known without opening the objects.
 *
 * <p>The truth about an alarm is in the object's own storage; this is the index to it. {@link
 * ObjectStore#commit} keeps the two in step, in an order that survives a crash: an alarm that moves
 * earlier is entered here before the object's writes become durable, one that moves later or goes
 * away after it. An entry may therefore be too early but never too late. Whoever is about to fire
 * an alarm asks the object's {@link ObjectStore#alarm} and, if that differs, heals the index with
 * {@link #set} or {@link #remove}.
 *
 * <p>Usable on any thread.
 */
public interface AlarmIndex {

  /** Returns all alarms, the earliest first. */
  List<ScheduledAlarm> all();

  /** Returns the alarms due at {@code epochMillis}, the earliest first. */
  List<ScheduledAlarm> due(long epochMillis);

  /** Returns the alarm that is due first. */
  Optional<ScheduledAlarm> next();

  /** Enters an alarm, in place of the object's former one, and tells the listeners. */
  void set(ScheduledAlarm alarm);

  /** Removes an object's alarm, if it has one, and tells the listeners. */
  void remove(String objectId);

  /**
   * Calls {@code listener} after each change, on the thread that made it; a listener must not
   * block.
   */
  void onChange(Runnable listener);
}
