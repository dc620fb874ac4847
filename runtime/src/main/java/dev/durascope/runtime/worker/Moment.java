package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.Event;
import java.util.Optional;

/**
 * A moment in the life of an isolate at which a debugger may stop: an event is about to be handled,
 * or an object is about to leave the memory.
 *
 * @param handler the handler's name in the user's code; empty where there is none
 * @param object the object that it is about; empty for a Worker's stateless handlers
 */
public record Moment(Kind kind, String handler, Optional<DurableObject> object) {
  /** What is about to happen. */
  public enum Kind {
    FETCH,
    CALL,
    ALARM,
    SOCKET_MESSAGE,
    SOCKET_CLOSE,
    SOCKET_ERROR,
    SCHEDULED,
    QUEUE,
    /** An instance of the object's class is made: the object wakes up. */
    CONSTRUCTOR,
    /** The object leaves the memory, its instance is dropped. */
    LEAVE
  }

  static Moment of(Event event, DurableObject object) {
    var kind =
        switch (event) {
          case Event.Fetch fetch -> Kind.FETCH;
          case Event.Call call -> Kind.CALL;
          case Event.Alarm alarm -> Kind.ALARM;
          case Event.AbandonedAlarm abandoned -> Kind.ALARM;
          case Event.SocketMessage message -> Kind.SOCKET_MESSAGE;
          case Event.SocketClose close -> Kind.SOCKET_CLOSE;
          case Event.SocketError error -> Kind.SOCKET_ERROR;
        };
    return new Moment(kind, event.handler(), Optional.of(object));
  }

  static Moment of(HandlerEvent event) {
    var kind =
        switch (event) {
          case HandlerEvent.Fetch fetch -> Kind.FETCH;
          case HandlerEvent.Call call -> Kind.CALL;
          case HandlerEvent.Scheduled scheduled -> Kind.SCHEDULED;
          case HandlerEvent.Email email -> Kind.CALL;
          case HandlerEvent.Queue queue -> Kind.QUEUE;
        };
    return new Moment(kind, event.handler(), Optional.empty());
  }
}
