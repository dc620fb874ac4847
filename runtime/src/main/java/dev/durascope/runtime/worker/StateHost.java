package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.AlarmOutcome;
import dev.durascope.runtime.durable.HibernatableSocket;
import dev.durascope.runtime.durable.SocketSet;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.ScriptError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** {@code host.state}: what {@code ctx} does, for the prelude's {@code state.js}. */
final class StateHost {
  private final ScriptIncarnation incarnation;
  private final CriticalSections sections;
  private final SocketSet sockets;
  private final Map<SocketEnd, Value> wrappers = new HashMap<>();
  // JavaScript may ask for the tags of a socket whose close has been handled.
  private final Map<SocketEnd, List<String>> tagsOfClosed = new WeakHashMap<>();

  StateHost(ScriptIncarnation incarnation, CriticalSections sections, SocketSet sockets) {
    this.incarnation = incarnation;
    this.sections = sections;
    this.sockets = sockets;
  }

  HostGroup group() {
    return new HostGroup("state")
        .function("acceptWebSocket", this::acceptWebSocket)
        .function("getWebSockets", this::getWebSockets)
        .function("getTags", this::getTags)
        .function("setAutoResponse", this::setAutoResponse)
        .function("getAutoResponse", this::getAutoResponse)
        .function("getAutoResponseTimestamp", this::getAutoResponseTimestamp)
        .function(
            "setEventTimeout",
            arguments -> {
              sockets.setEventTimeout((long) arguments.number(0));
              return null;
            })
        .function("getEventTimeout", arguments -> sockets.eventTimeout())
        .function(
            "enterSection",
            arguments -> {
              var body = arguments.value(0);
              try {
                return sections.enter(body::executeVoid);
              } catch (IllegalStateException e) {
                throw ScriptError.error(String.valueOf(e.getMessage()));
              }
            })
        .function(
            "leaveSection",
            arguments -> {
              sections.leave(arguments.handle(0, CriticalSections.Section.class));
              return null;
            })
        .function(
            "afterCommit",
            arguments -> {
              var action = arguments.value(0);
              incarnation.afterCommit(action::executeVoid);
              return null;
            })
        .function(
            "keepAlive",
            arguments -> {
              incarnation.keepAlive();
              return null;
            })
        .function(
            "releaseAlive",
            arguments -> {
              incarnation.releaseAlive();
              return null;
            })
        .function(
            "abort",
            arguments -> {
              throw incarnation.resetNow(
                  incarnation
                      .worker()
                      .calls()
                      .failure(
                          arguments.value(1),
                          arguments.value(2),
                          arguments.value(3),
                          arguments.value(4)),
                  arguments.bool(0) ? AlarmOutcome.FAILED : AlarmOutcome.ABANDONED);
            })
        .function(
            "fail",
            arguments -> {
              incarnation.uncaught(arguments.string(0), failure(arguments, 1));
              return null;
            });
  }

  private static ScriptFailure failure(HostGroup.Arguments arguments, int index) {
    return new ScriptFailure(
        arguments.string(index), arguments.string(index + 1), arguments.string(index + 2));
  }

  private @Nullable Object acceptWebSocket(HostGroup.Arguments arguments) {
    if (sockets.isFull()) {
      throw ScriptError.error(
          "only "
              + SocketSet.MAX_SOCKETS
              + " websockets can be accepted on a single Durable Object instance");
    }
    var webSocket = arguments.value(0);
    var end = incarnation.worker().bridge().acceptHibernatable(webSocket);
    var tags = new ArrayList<String>();
    var given = arguments.value(1);
    for (var i = 0L; i < given.getArraySize(); i++) {
      tags.add(given.getArrayElement(i).asString());
    }
    wrappers.put(end, webSocket);
    sockets.accept(end, tags);
    incarnation.object().changed();
    return null;
  }

  /** (tag or null, add): those that the object has closed itself are among them. */
  private @Nullable Object getWebSockets(HostGroup.Arguments arguments) {
    var tag = arguments.optionalString(0);
    for (var socket : tag == null ? sockets.all() : sockets.tagged(tag)) {
      arguments.value(1).executeVoid(wrapper(socket));
    }
    return null;
  }

  /** (end, add) */
  private @Nullable Object getTags(HostGroup.Arguments arguments) {
    var end = arguments.handle(0, SocketEnd.class);
    sockets
        .find(end)
        .map(HibernatableSocket::tags)
        .orElseGet(() -> tagsOfClosed.getOrDefault(end, List.of()))
        .forEach(tag -> arguments.value(1).executeVoid(tag));
    return null;
  }

  private @Nullable Object setAutoResponse(HostGroup.Arguments arguments) {
    sockets.setAutoResponse(
        arguments.isNull(0)
            ? null
            : new SocketSet.AutoResponse(arguments.string(0), arguments.string(1)));
    return null;
  }

  private @Nullable Object getAutoResponse(HostGroup.Arguments arguments) {
    var pair = sockets.autoResponse();
    if (pair != null) {
      arguments.value(0).executeVoid(pair.request(), pair.response());
    }
    return null;
  }

  private @Nullable Object getAutoResponseTimestamp(HostGroup.Arguments arguments) {
    return sockets
        .find(arguments.handle(0, SocketEnd.class))
        .map(HibernatableSocket::autoResponseTimestamp)
        .orElse(null);
  }

  /** The one JavaScript object that stands for a socket in this incarnation. */
  Value wrapper(HibernatableSocket socket) {
    return wrappers.computeIfAbsent(
        socket.end(), end -> incarnation.worker().bridge().hibernatableSocket(end, null));
  }

  /** Whether the socket is still the object's: it is not once the object has broken. */
  boolean holds(HibernatableSocket socket) {
    return sockets.find(socket.end()).isPresent();
  }

  /** Forgets a socket that is closed. */
  void forget(HibernatableSocket socket) {
    wrappers.remove(socket.end());
    if (!socket.tags().isEmpty()) {
      tagsOfClosed.put(socket.end(), socket.tags());
    }
    sockets.remove(socket);
  }
}
