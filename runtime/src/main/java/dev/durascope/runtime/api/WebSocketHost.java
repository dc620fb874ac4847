package dev.durascope.runtime.api;

import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.message.SocketEnd.Message;
import dev.durascope.runtime.script.Continuation;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.Isolate;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;

/**
 * {@code host.sockets}: WebSockets over {@link SocketEnd}. What arrives becomes a turn of the
 * isolate; what is sent leaves through the {@link Outbox}.
 */
final class WebSocketHost {
  private WebSocketHost() {}

  /** The group for one isolate. */
  static HostGroup group(Isolate isolate, Supplier<IoContext> io, SocketAttachments attachments) {
    return new HostGroup("sockets")
        .function("pair", arguments -> SocketEnd.pair())
        .function("first", arguments -> arguments.handle(0, SocketEnd.Pair.class).first())
        .function("second", arguments -> arguments.handle(0, SocketEnd.Pair.class).second())
        .function(
            "accept",
            arguments -> {
              var end = arguments.handle(0, SocketEnd.class);
              var openSockets = io.get().sockets();
              openSockets.opened(end);
              isolate.beginnings().note(end);
              end.accept(
                  new Turns(
                      isolate.continuation(),
                      end,
                      openSockets,
                      arguments.value(1),
                      arguments.value(2),
                      arguments.value(3)));
              return null;
            })
        .function(
            "sendText",
            arguments ->
                send(
                    io.get().outbox(),
                    arguments.handle(0, SocketEnd.class),
                    new Message.Text(arguments.string(1))))
        .function(
            "sendBytes",
            arguments ->
                send(
                    io.get().outbox(),
                    arguments.handle(0, SocketEnd.class),
                    new Message.Binary(Buffers.slice(arguments, 1))))
        .function(
            "close",
            arguments -> {
              var end = arguments.handle(0, SocketEnd.class);
              var code = arguments.integer(1);
              var reason = arguments.string(2);
              io.get().outbox().send(() -> end.close(code, reason, true));
              return null;
            })
        .function("isCloseSent", arguments -> arguments.handle(0, SocketEnd.class).isCloseSent())
        .function(
            "isCloseReceived", arguments -> arguments.handle(0, SocketEnd.class).isCloseReceived())
        .function(
            "saveAttachment",
            arguments -> {
              attachments.save(arguments.handle(0, SocketEnd.class), arguments.value(1));
              return null;
            })
        .function(
            "loadAttachment", arguments -> attachments.load(arguments.handle(0, SocketEnd.class)));
  }

  private static boolean send(Outbox outbox, SocketEnd end, Message message) {
    outbox.send(() -> end.send(message));
    return true;
  }

  /**
   * Delivers to JavaScript functions: {@code onMessage(data)}, {@code onClose(…)}, {@code
   * onError(text)}.
   */
  private record Turns(
      Continuation back,
      SocketEnd end,
      OpenSockets openSockets,
      Value onMessage,
      Value onClose,
      Value onError)
      implements SocketEnd.Receiver {
    @Override
    public void message(Message message) {
      switch (message) {
        case Message.Text text -> back.post(() -> onMessage.executeVoid(text.text()));
        case Message.Binary binary ->
            back.post(() -> onMessage.executeVoid(Buffers.toScript(binary.bytes())));
      }
    }

    @Override
    public void closed(int code, String reason, boolean wasClean) {
      openSockets.closed(end);
      back.post(() -> onClose.executeVoid(code, reason, wasClean));
    }

    @Override
    public void failed(String error) {
      openSockets.closed(end);
      back.post(() -> onError.executeVoid(error));
    }
  }
}
