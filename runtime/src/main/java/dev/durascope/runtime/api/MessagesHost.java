package dev.durascope.runtime.api;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.BodyEncoding;
import dev.durascope.runtime.message.Cancellation;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.Isolate;
import java.util.Optional;

/**
 * {@code host.messages}: makes the Java message of a JavaScript Request or Response. The handle
 * that comes back is the message itself.
 */
final class MessagesHost {
  private MessagesHost() {}

  /** The group for one isolate. */
  static HostGroup group(Isolate isolate) {
    return new HostGroup("messages")
        .function(
            "request",
            arguments ->
                new RequestMessage(
                    arguments.string(0),
                    arguments.string(1),
                    Headers.split(arguments.string(2)),
                    body(arguments, 3),
                    arguments.string(4),
                    Optional.ofNullable(arguments.optionalString(5)),
                    arguments.isNull(6)
                        ? new Cancellation()
                        : arguments.handle(6, Cancellation.class)))
        .function("cancellation", arguments -> new Cancellation())
        .function(
            "cancel",
            arguments -> {
              arguments.handle(0, Cancellation.class).cancel();
              return null;
            })
        .function(
            "onCancel",
            arguments -> {
              var action = arguments.value(1);
              var back = isolate.continuation();
              arguments
                  .handle(0, Cancellation.class)
                  .onCancel(() -> back.post(action::executeVoid));
              return null;
            })
        .function(
            "response",
            arguments ->
                new ResponseMessage(
                    arguments.integer(0),
                    arguments.string(1),
                    Headers.split(arguments.string(2)),
                    body(arguments, 3),
                    arguments.string(4),
                    arguments.isNull(5)
                        ? Optional.empty()
                        : Optional.of(arguments.handle(5, SocketEnd.class)),
                    arguments.bool(6) ? BodyEncoding.MANUAL : BodyEncoding.AUTOMATIC));
  }

  private static Body body(HostGroup.Arguments arguments, int index) {
    return arguments.isNull(index) ? Body.NONE : arguments.handle(index, Body.class);
  }
}
