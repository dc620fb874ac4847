package dev.durascope.debugadapter.core;

import java.util.Optional;

/**
 * Something that happens to the program from outside: an event that its code is about to handle, or
 * an object that is about to leave the memory.
 *
 * @param kind what happens
 * @param handler the handler's name in the user's code; empty where there is none
 * @param worker the name of the Worker script that it happens to
 * @param object the Durable Object that it happens to; empty for a Worker's stateless handlers
 */
public record ProgramEvent(
    Kind kind, String handler, String worker, Optional<ObjectIdentity> object) {

  /** The kinds of events, in the order in which they are offered to the user. */
  public enum Kind {
    FETCH("fetch"),
    RPC("rpc"),
    ALARM("alarm"),
    WEB_SOCKET_MESSAGE("webSocketMessage"),
    WEB_SOCKET_CLOSE("webSocketClose"),
    WEB_SOCKET_ERROR("webSocketError"),
    SCHEDULED("scheduled"),
    QUEUE("queue"),
    CONSTRUCTOR("constructor"),
    HIBERNATE("hibernate");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The name that clients know it by. */
    public String id() {
      return id;
    }
  }

  /** {@code alarm of ChatRoom "lobby"}. */
  public String title() {
    var what =
        switch (kind) {
          case FETCH,
              ALARM,
              WEB_SOCKET_MESSAGE,
              WEB_SOCKET_CLOSE,
              WEB_SOCKET_ERROR,
              SCHEDULED,
              QUEUE,
              CONSTRUCTOR ->
              kind.id();
          case RPC -> "rpc " + handler;
          case HIBERNATE -> "hibernation";
        };
    return what + " of " + object.map(ObjectIdentity::title).orElse("Worker " + worker);
  }
}
