package dev.durascope.runtime.project;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.SocketEnd;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The client's end of a socket into an object. */
record SocketClient(SocketEnd end, BlockingQueue<String> received) {
  static SocketClient connect(TestProject project, String path) throws Exception {
    return connect(project.project(), path);
  }

  static SocketClient connect(Project project, String path) throws Exception {
    var response =
        project
            .fetch(
                new RequestMessage(
                    "GET",
                    "http://localhost" + path,
                    List.of(new Header("Upgrade", "websocket")),
                    Body.NONE,
                    "follow"))
            .get(30, TimeUnit.SECONDS);
    var client = new SocketClient(response.webSocket().orElseThrow(), new LinkedBlockingQueue<>());
    client
        .end()
        .accept(
            new SocketEnd.Receiver() {
              @Override
              public void message(SocketEnd.Message message) {
                client.received().add(((SocketEnd.Message.Text) message).text());
              }

              @Override
              public void closed(int code, String reason, boolean wasClean) {
                client.received().add("closed " + code + " " + reason);
              }
            });
    return client;
  }

  void send(String text) {
    end.send(new SocketEnd.Message.Text(text));
  }

  String receive() throws InterruptedException {
    return Objects.requireNonNull(received.poll(30, TimeUnit.SECONDS));
  }
}
