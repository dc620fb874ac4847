package dev.durascope.runtime.storage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The alarms of a class that keeps its objects in memory. */
final class MemoryAlarmIndex implements AlarmIndex {

  private static final Comparator<ScheduledAlarm> ORDER =
      Comparator.comparingLong(ScheduledAlarm::epochMillis).thenComparing(ScheduledAlarm::objectId);

  private final Map<String, ScheduledAlarm> alarms = new ConcurrentHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  @Override
  public List<ScheduledAlarm> all() {
    return alarms.values().stream().sorted(ORDER).toList();
  }

  @Override
  public List<ScheduledAlarm> due(long epochMillis) {
    return all().stream().filter(alarm -> alarm.epochMillis() <= epochMillis).toList();
  }

  @Override
  public Optional<ScheduledAlarm> next() {
    return alarms.values().stream().min(ORDER);
  }

  @Override
  public void set(ScheduledAlarm alarm) {
    alarms.merge(alarm.objectId(), alarm, MemoryAlarmIndex::keepingName);
    listeners.forEach(Runnable::run);
  }

  /** An object opened by its id alone does not know its name: a name known before stays. */
  private static ScheduledAlarm keepingName(ScheduledAlarm former, ScheduledAlarm alarm) {
    return alarm.objectName() == null
        ? new ScheduledAlarm(alarm.objectId(), former.objectName(), alarm.epochMillis())
        : alarm;
  }

  @Override
  public void remove(String objectId) {
    if (alarms.remove(objectId) != null) {
      listeners.forEach(Runnable::run);
    }
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }
}
