package dev.durascope.runtime.control;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.SocketEnd;
import java.util.List;
import java.util.Optional;

/** The WebSocket on which a tool is told of changes, until either side closes it. */
final class EventStream implements SocketEnd.Receiver {
  private final SocketEnd end;
  private final ControlTarget.Subscription subscription;

  private EventStream(SocketEnd end, ControlTarget target) {
    this.end = end;
    subscription =
        target.subscribe(
            event -> end.send(new SocketEnd.Message.Text(ControlJson.of(event).toString())));
  }

  /** Answers a request for the stream. */
  static ResponseMessage open(RequestMessage request, ControlTarget target) {
    if (Requests.header(request, "Upgrade").isEmpty()) {
      return Answers.error(
          426, "websocket-expected", "The stream of events is a WebSocket; connect with one");
    }
    var pair = SocketEnd.pair();
    pair.second().accept(new EventStream(pair.second(), target));
    return new ResponseMessage(101, "", List.of(), Body.NONE, "", Optional.of(pair.first()));
  }

  @Override
  public void message(SocketEnd.Message message) {
    // Version 1 has nothing that a tool could say here.
  }

  @Override
  public void closed(int code, String reason, boolean wasClean) {
    subscription.close();
    end.close(code, "", wasClean);
  }
}
