package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.HibernatableSocket;
import dev.durascope.runtime.durable.SocketSet;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.ScriptError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** {@code host.state}: what {@code ctx} does, for the prelude's {@code state.js}. */
final class StateHost {
  private final ScriptIncarnation incarnation;
  private final SocketSet sockets;
  private final Map<SocketEnd, Value> wrappers = new HashMap<>();

  StateHost(ScriptIncarnation incarnation, SocketSet sockets) {
    this.incarnation = incarnation;
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
              incarnation.setSocketEventTimeout(
                  arguments.isNull(0) ? 0 : (long) arguments.number(0));
              return null;
            })
        .function(
            "enterSection",
            arguments -> {
              var body = arguments.value(0);
              try {
                return incarnation.enterSection(body::executeVoid);
              } catch (IllegalStateException e) {
                throw ScriptError.error(String.valueOf(e.getMessage()));
              }
            })
        .function(
            "leaveSection",
            arguments -> {
              incarnation.leaveSection(
                  arguments.handle(0, ScriptIncarnation.CriticalSection.class));
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
              incarnation.resetNow(failure(arguments, 0));
              return null;
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

  private @Nullable Object getWebSockets(HostGroup.Arguments arguments) {
    var tag = arguments.optionalString(0);
    for (var socket : sockets.all()) {
      if ((tag == null || socket.tags().contains(tag)) && !socket.end().isCloseSent()) {
        arguments.value(1).executeVoid(wrapper(socket));
      }
    }
    return null;
  }

  private @Nullable Object getTags(HostGroup.Arguments arguments) {
    var socket = hibernatable(arguments.value(0));
    if (socket == null) {
      throw ScriptError.error("only hibernatable websockets can have tags.");
    }
    socket.tags().forEach(tag -> arguments.value(1).executeVoid(tag));
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
    var socket = hibernatable(arguments.value(0));
    return socket == null ? null : socket.autoResponseTimestamp();
  }

  private @Nullable HibernatableSocket hibernatable(Value webSocket) {
    var end = incarnation.worker().bridge().socketEnd(webSocket);
    return sockets.find(end).orElse(null);
  }

  /** The one JavaScript object that stands for a socket in this incarnation. */
  Value wrapper(HibernatableSocket socket) {
    return wrappers.computeIfAbsent(
        socket.end(), end -> incarnation.worker().bridge().hibernatableSocket(end, null));
  }

  /** Forgets a socket that is closed. */
  void forget(HibernatableSocket socket) {
    wrappers.remove(socket.end());
    sockets.remove(socket);
  }
}
