package dev.durascope.runtime.control;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The running project as the control API sees it: the port that the runtime implements.
 *
 * <p>Two promises make it fit for a debugger's tools. <em>Looking never wakes:</em> an object that
 * is not in memory is described from its files. <em>Looking never waits:</em> no method waits for
 * an isolate's thread, which a breakpoint may hold for an hour; what such an object has not
 * committed yet is not shown. A method may wait for the disk.
 *
 * <p>Methods may be called on any thread, several at once. What cannot be done is told by {@link
 * ControlRefusal}; an object that is neither in memory nor stored is {@link
 * ControlRefusal#noSuchObject}.
 */
public interface ControlTarget {

  /** What is running. */
  ProjectFacts project();

  /** One page of a class's objects, live and stored ones merged, ordered by id. */
  Page<ObjectSummary> listObjects(ObjectQuery query) throws ControlRefusal;

  /** One object with its sockets. */
  ObjectDetail object(ObjectAddress object) throws ControlRefusal;

  /** One page of an object's committed keys, in the order of their UTF-8 bytes. */
  Page<StoredEntry> listStorage(ObjectAddress object, StorageQuery query) throws ControlRefusal;

  /** One committed value; empty if there is no such key. */
  Optional<StoredValue> readStorage(ObjectAddress object, String key) throws ControlRefusal;

  /**
   * Writes one value from outside.
   *
   * @param value in the lossless form in which {@link StoredValue#value} gives it
   */
  void writeStorage(ObjectAddress object, String key, JsonElement value) throws ControlRefusal;

  /** Deletes one key from outside; false if there was none. */
  boolean deleteStorage(ObjectAddress object, String key) throws ControlRefusal;

  /** Starts the object's alarm now, as if its time had come; does not wait for its end. */
  void fireAlarm(ObjectAddress object) throws ControlRefusal;

  /** Takes the object out of memory and keeps its hibernatable sockets open. */
  void hibernate(ObjectAddress object) throws ControlRefusal;

  /** Takes the object out of memory; its next event constructs it anew. */
  void evict(ObjectAddress object) throws ControlRefusal;

  /** Resets the object as its own {@code ctx.abort()} does: its hibernatable sockets break. */
  void abort(ObjectAddress object) throws ControlRefusal;

  /** The clock, and the alarms that wait for it. */
  TimeControl time();

  /** What changes the stored state as a whole. */
  StateControl state();

  /** The schedules of all workers. */
  List<Schedule> schedules();

  /**
   * Has the handler of a worker's schedules run now; does not wait for its end. The schedule need
   * not be one of the configuration's.
   */
  void run(Schedule schedule) throws ControlRefusal;

  /**
   * Tells {@code listener} of changes from now on. It is called on any thread, must return at once
   * and must not throw.
   */
  Subscription subscribe(Consumer<ControlEvent> listener);

  /** A listener that is told of changes. */
  interface Subscription extends AutoCloseable {
    /** No call of the listener starts after this. */
    @Override
    void close();
  }

  /** Names one object: the same three parts, in the same order, as in the API's paths. */
  record ObjectAddress(String worker, String className, String id) {}

  /**
   * Which objects to list.
   *
   * @param limit at least 1
   * @param cursor from the page before
   */
  record ObjectQuery(String worker, String className, int limit, Optional<String> cursor) {}

  /**
   * Which keys to list.
   *
   * @param prefix that each key begins with, often empty
   * @param start the least key
   * @param limit at least 1
   * @param cursor from the page before
   */
  record StorageQuery(String prefix, Optional<String> start, int limit, Optional<String> cursor) {}

  /**
   * A part of a list.
   *
   * @param cursor asks for the next part; empty on the last
   */
  record Page<T>(List<T> items, Optional<String> cursor) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /** Where an object is in its life. */
  enum ObjectState {
    /** It handles an event. */
    RUNNING,
    /** A debugger holds its thread. */
    PAUSED,
    /** It is in memory and waits for an event. */
    IDLE,
    /** It is out of memory and its sockets are open. */
    HIBERNATED,
    /** It is on disk only. */
    STORED
  }

  /**
   * An object in a list.
   *
   * @param name if the id was made from one that is known
   * @param alarm in milliseconds since the Unix epoch
   * @param sockets how many it has accepted that are open
   */
  record ObjectSummary(
      String id, Optional<String> name, ObjectState state, OptionalLong alarm, int sockets) {}

  /** An object by itself: {@code sockets} describes each socket that the summary counts. */
  record ObjectDetail(ObjectSummary summary, List<AcceptedSocket> sockets) {
    public ObjectDetail {
      sockets = List.copyOf(sockets);
    }
  }

  /** How an object has accepted a socket. */
  enum Acceptance {
    /** By {@code state.acceptWebSocket()}. */
    HIBERNATABLE,
    /** By {@code socket.accept()}. */
    REGULAR
  }

  /**
   * A WebSocket that an object has accepted.
   *
   * @param attachment a one-line preview of what {@code serializeAttachment} stored
   */
  record AcceptedSocket(List<String> tags, Optional<String> attachment, Acceptance accepted) {
    public AcceptedSocket {
      tags = List.copyOf(tags);
    }
  }

  /**
   * A stored key in a list.
   *
   * @param type the value's JavaScript type, as {@code string}, {@code Map}, {@code Object}
   * @param preview the value in one short line
   * @param size of the serialized value in bytes
   */
  record StoredEntry(String key, String type, String preview, long size) {}

  /**
   * A stored value.
   *
   * @param value lossless tagged JSON
   */
  record StoredValue(String key, String type, String preview, JsonElement value) {}
}
