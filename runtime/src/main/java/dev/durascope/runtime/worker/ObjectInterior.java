package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.Event;
import dev.durascope.runtime.durable.HibernatableSocket;
import dev.durascope.runtime.durable.InputGate;
import dev.durascope.runtime.durable.OutputGate;
import dev.durascope.runtime.script.ScriptError;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.wire.js.StructuredClone;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A Durable Object in memory, from within: what a debugger shows of it that no variable of its code
 * does, and what it changes there.
 *
 * <p>It reads what the object itself would read, writes that are not committed included. What it
 * writes belongs to the turn that is running, obeys the limits that hold for the object's own code,
 * and becomes durable with all else when the turn ends. On the isolate's thread only, within a turn
 * (which may be held at a breakpoint).
 */
public final class ObjectInterior {
  private final DurableObject object;
  private final ObjectStore store;
  private final AlarmMemory alarm;
  private final InputGate inputGate;
  private final OutputGate outputGate;
  private final Collection<Event> active;
  private final Supplier<List<Blocker>> blockers;
  private final Supplier<StructuredClone> clone;
  private final KeyValueLimits limits;
  private @Nullable Value ctx;
  private @Nullable Value instance;

  ObjectInterior(
      DurableObject object,
      ObjectStore store,
      AlarmMemory alarm,
      InputGate inputGate,
      OutputGate outputGate,
      Collection<Event> active,
      Supplier<List<Blocker>> blockers,
      Supplier<StructuredClone> clone,
      KeyValueLimits limits) {
    this.object = object;
    this.store = store;
    this.alarm = alarm;
    this.inputGate = inputGate;
    this.outputGate = outputGate;
    this.active = active;
    this.blockers = blockers;
    this.clone = clone;
    this.limits = limits;
  }

  /** The constructor is about to run with this {@code ctx}. */
  void hasContext(Value state) {
    ctx = state;
  }

  /** The constructor has made the instance. */
  void hasInstance(Value made) {
    instance = made;
  }

  /** The {@code ctx} of its code; empty before the constructor. */
  public Optional<Value> ctx() {
    return Optional.ofNullable(ctx);
  }

  /** What the constructor has made; empty before. */
  public Optional<Value> instance() {
    return Optional.ofNullable(instance);
  }

  /** Its storage, for reading. */
  public ObjectStore store() {
    return store;
  }

  /** A stored value as the object's code gets it: a new copy each time. */
  public Value value(byte[] stored) {
    return clone.get().deserialize(stored);
  }

  /**
   * Stores a value.
   *
   * @throws RuntimeException with JavaScript's error if it cannot be cloned or is too large
   */
  public void put(String key, Value value) {
    var bytes = clone.get().serialize(value);
    limits.checkEntry(key, bytes);
    store.put(key, bytes);
  }

  /** Removes a key, and returns whether it was there. */
  public boolean delete(String key) {
    return store.delete(key);
  }

  /** When the alarm is due, that included whose handler runs, in milliseconds since 1970. */
  public OptionalLong alarm() {
    return store.alarm();
  }

  /** Whether the alarm's handler runs. */
  public boolean isHandlingAlarm() {
    return active.stream().anyMatch(Event.Alarm.class::isInstance);
  }

  /**
   * Sets the alarm, in milliseconds since 1970.
   *
   * @throws ScriptError in the platform's words if the object cannot have one
   */
  public void setAlarm(long atMillis) {
    if (object.facet().isPresent()) {
      throw ScriptError.error("Facets currently cannot set alarms.");
    }
    alarm.set(atMillis);
  }

  /** Removes the alarm. */
  public void deleteAlarm() {
    alarm.delete();
  }

  /**
   * Stores what {@code deserializeAttachment()} will give.
   *
   * @throws RuntimeException with JavaScript's error if it cannot be cloned or is too large
   */
  public void setAttachment(HibernatableSocket socket, Value value) {
    new StoredAttachments(clone).save(socket.end(), value);
  }

  /** The input gate: what comes in, and what waits there. */
  public InputGate inputGate() {
    return inputGate;
  }

  /** The output gate: what was sent, and waits for writes to be durable. */
  public OutputGate outputGate() {
    return outputGate;
  }

  /** The events that it is handling. */
  public List<Event> eventsInProgress() {
    return List.copyOf(active);
  }

  /** What keeps it from hibernating. */
  public List<Blocker> blockers() {
    return blockers.get();
  }
}
