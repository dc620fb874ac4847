package dev.durascope.runtime.api;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.script.HostGroup;
import java.util.Optional;

/**
 * {@code host.messages}: makes the Java message of a JavaScript Request or Response. The handle
 * that comes back is the message itself.
 */
final class MessagesHost {
  private MessagesHost() {}

  /** The group, the same for every isolate. */
  static HostGroup group() {
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
                    Optional.ofNullable(arguments.optionalString(5))))
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
                        : Optional.of(arguments.handle(5, SocketEnd.class))));
  }

  private static Body body(HostGroup.Arguments arguments, int index) {
    return arguments.isNull(index) ? Body.NONE : arguments.handle(index, Body.class);
  }
}
