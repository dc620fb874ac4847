package dev.durascope.runtime.durable;

import dev.durascope.runtime.message.ScriptFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facets within one object, by their names. Each is an object, started by its first event, for
 * which the code of the outer object says what it is to be; it ends with the outer object's
 * incarnation at the latest. Usable on any thread.
 */
public final class Facets {
  /** How a facet is named and started that does not run. */
  @FunctionalInterface
  public interface Starter {
    /** Finds out what the facet is to be, and tells {@code facet}. Must only hand over. */
    void start(Start facet);
  }

  private final DurableObject outer;
  // Of each name that was ever used: two incarnations of it never meet.
  private final Map<String, DurableObject> objects = new HashMap<>();
  private final Map<String, Start> started = new HashMap<>();

  Facets(DurableObject outer) {
    this.outer = outer;
  }

  /** The facet of this name, which is started if it does not run. */
  public Start get(String name, Starter starter) {
    Start start;
    synchronized (this) {
      var known = started.get(name);
      if (known != null && !known.isOver()) {
        return known;
      }
      start = new Start(name);
      started.put(name, start);
    }
    starter.start(start);
    return start;
  }

  /** Ends a facet, if it runs; those who have to do with it hear the reason. */
  public void abort(String name, ScriptFailure reason) {
    Start start;
    synchronized (this) {
      start = started.remove(name);
    }
    if (start != null) {
      start.end(reason);
    }
  }

  /** Ends all of them. */
  public void abortAll(ScriptFailure reason) {
    List<Start> all;
    synchronized (this) {
      all = List.copyOf(started.values());
      started.clear();
    }
    all.forEach(start -> start.end(reason));
  }

  /** Those that keep the outer object in memory. */
  public synchronized List<String> busy() {
    var busy = new ArrayList<String>();
    started.forEach(
        (name, start) -> {
          if (start.isBusy()) {
            busy.add(name);
          }
        });
    return busy;
  }

  private synchronized DurableObject object(Facet facet, DurableObjectId id) {
    var object = objects.computeIfAbsent(facet.name(), key -> new DurableObject(outer, id));
    object.become(facet, id);
    return object;
  }

  /** A facet that runs, or is being started. */
  public final class Start {
    private final String name;
    private final List<Event> waiting = new ArrayList<>();
    private @Nullable DurableObject object;
    private @Nullable Channel channel;
    private @Nullable ScriptFailure failure;

    private Start(String name) {
      this.name = name;
    }

    /** The name. */
    public String name() {
      return name;
    }

    /** Brings an event to the facet. */
    public void deliver(Event event) {
      Channel to;
      ScriptFailure failed;
      synchronized (this) {
        to = channel;
        failed = failure;
        if (to == null && failed == null) {
          waiting.add(event);
        }
      }
      if (failed != null) {
        event.refuse(failed);
      } else if (to != null) {
        to.deliver(event);
      }
    }

    /** Says what the facet is. */
    public void begin(Facet facet, DurableObjectId id) {
      List<Event> ready;
      Channel to;
      synchronized (this) {
        if (failure != null) {
          return;
        }
        var begun = object(facet, id);
        object = begun;
        to = begun.channel();
        channel = to;
        ready = List.copyOf(waiting);
        waiting.clear();
      }
      ready.forEach(to::deliver);
    }

    /** Says that it is not known what the facet is. */
    public void fail(ScriptFailure reason) {
      List<Event> lost;
      synchronized (this) {
        failure = reason;
        lost = List.copyOf(waiting);
        waiting.clear();
      }
      lost.forEach(event -> event.refuse(reason));
    }

    private void end(ScriptFailure reason) {
      Optional<DurableObject> running;
      synchronized (this) {
        running = Optional.ofNullable(channel == null || channel.isBroken() ? null : object);
      }
      fail(reason);
      running.ifPresent(found -> found.end(reason));
    }

    private synchronized boolean isOver() {
      return channel != null && channel.isBroken();
    }

    private synchronized boolean isBusy() {
      if (object == null) {
        return failure == null;
      }
      return switch (object.state()) {
        case RUNNING, PAUSED, HIBERNATED -> true;
        case IDLE -> object.sockets().count() > 0;
        case STORED -> false;
      };
    }
  }
}
