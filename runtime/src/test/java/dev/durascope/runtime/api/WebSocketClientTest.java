package dev.durascope.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.http.FrontDoorOptions;
import dev.durascope.runtime.http.HttpFrontDoor;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.SocketEnd;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** WebSockets to the outside, against a server that echoes. */
class WebSocketClientTest {
  private HttpFrontDoor server;
  private NetworkIsolate isolate;
  private String base;

  @BeforeEach
  void start() throws Exception {
    server = HttpFrontDoor.start(FrontDoorOptions.of("127.0.0.1", 0), WebSocketClientTest::answer);
    base = "127.0.0.1:" + server.address().getPort();
    isolate = new NetworkIsolate();
  }

  @AfterEach
  void close() {
    isolate.close();
    server.close();
  }

  private static CompletableFuture<ResponseMessage> answer(RequestMessage request) {
    if (request.url().endsWith("/plain")) {
      return CompletableFuture.completedFuture(
          new ResponseMessage(
              200,
              "",
              List.of(),
              new Body.Bytes("no socket".getBytes(StandardCharsets.UTF_8)),
              "",
              Optional.empty()));
    }
    var pair = SocketEnd.pair();
    var mine = pair.second();
    mine.accept(
        new SocketEnd.Receiver() {
          @Override
          public void message(SocketEnd.Message message) {
            if (message instanceof SocketEnd.Message.Text(var text) && text.equals("break")) {
              mine.close(1006, "", false);
            } else if (message instanceof SocketEnd.Message.Text(var text)
                && text.equals("close")) {
              mine.close(4001, "as you wish", true);
            } else {
              mine.send(message);
            }
          }

          @Override
          public void closed(int code, String reason, boolean wasClean) {
            mine.close(code, reason, true);
          }
        });
    var protocol =
        request.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("sec-websocket-protocol"))
            .map(
                header ->
                    new Header("Sec-WebSocket-Protocol", header.value().replaceFirst(",.*", "")))
            .toList();
    return CompletableFuture.completedFuture(
        new ResponseMessage(101, "", protocol, Body.NONE, "", Optional.of(pair.first())));
  }

  private String run(String body) throws Exception {
    return isolate.run(base, body);
  }

  @Test
  void opensTalksAndCloses() throws Exception {
    assertThat(
            run(
                """
                const seen = [];
                const socket = new WebSocket(`ws://${base}/`, ['one', 'two']);
                seen.push(socket.readyState, socket.url === `ws://${base}/`, socket.protocol);
                await new Promise((resolve) => (socket.onopen = resolve));
                seen.push(socket.readyState, socket.protocol, socket.extensions);
                socket.binaryType = 'arraybuffer';
                const next = () => new Promise((resolve) => (socket.onmessage = (e) => resolve(e.data)));
                socket.send('hé');
                seen.push(await next());
                socket.send(new Uint8Array([1, 2, 3]));
                seen.push(String(new Uint8Array(await next())));
                socket.close(3000, 'done');
                const close = await new Promise((resolve) => (socket.onclose = resolve));
                seen.push(close.code, close.reason, close.wasClean, socket.readyState);
                return seen.join('|');
                """))
        .isEqualTo("0|true||1|one|permessage-deflate|hé|1,2,3|3000|done|true|3");
  }

  @Test
  void aLargeMessageComesWhole() throws Exception {
    assertThat(
            run(
                """
                const socket = new WebSocket(`ws://${base}/`);
                await new Promise((resolve) => (socket.onopen = resolve));
                const text = 'abcdefghij'.repeat(50000);
                socket.send(text);
                const echo = await new Promise((resolve) => (socket.onmessage = (e) => resolve(e.data)));
                socket.close();
                return echo === text;
                """))
        .isEqualTo("true");
  }

  @Test
  void theServersCloseArrivesWithItsReason() throws Exception {
    assertThat(
            run(
                """
                const socket = new WebSocket(`ws://${base}/`);
                await new Promise((resolve) => (socket.onopen = resolve));
                socket.send('close');
                const e = await new Promise((resolve) => (socket.onclose = resolve));
                return [e.code, e.reason, e.wasClean, socket.readyState].join('|');
                """))
        .isEqualTo("4001|as you wish|true|3");
  }

  @Test
  void aBrokenConnectionIsNoCleanClose() throws Exception {
    assertThat(
            run(
                """
                const socket = new WebSocket(`ws://${base}/`);
                await new Promise((resolve) => (socket.onopen = resolve));
                socket.send('break');
                const e = await new Promise((resolve) => (socket.onclose = resolve));
                return [e.code, e.reason, e.wasClean, socket.readyState].join('|');
                """))
        .isEqualTo("1006|WebSocket disconnected without sending Close frame.|false|3");
  }

  @Test
  void anAnswerThatIsNoSocketIsAnError() throws Exception {
    assertThat(
            run(
                """
                const socket = new WebSocket(`ws://${base}/plain`);
                const seen = [];
                socket.onerror = (e) => seen.push(e.message);
                const e = await new Promise((resolve) => (socket.onclose = resolve));
                return [...seen, e.code, e.reason, e.wasClean, socket.readyState].join('|');
                """))
        .isEqualTo(
            "Uncaught TypeError: Failed to establish the WebSocket connection: expected server to"
                + " reply with HTTP status code 101 (switching protocols), but received 200"
                + " instead.|1006|Failed to establish websocket connection|false|3");
  }

  @Test
  void aRefusedConnectionIsAnError() throws Exception {
    server.close();
    assertThat(
            run(
                """
                const socket = new WebSocket(`ws://${base}/`);
                const seen = [];
                socket.onerror = (e) => seen.push(e.message, e.error.name);
                const e = await new Promise((resolve) => (socket.onclose = resolve));
                return [...seen, e.code].join('|');
                """))
        .isEqualTo("Uncaught Error: Network connection lost.|Error|1006");
  }

  @Test
  void closingBeforeItIsOpenEndsTheAttempt() throws Exception {
    assertThat(
            run(
                """
                const socket = new WebSocket(`ws://${base}/`);
                const opened = [];
                socket.onopen = () => opened.push('open');
                socket.close();
                const e = await new Promise((resolve) => (socket.onclose = resolve));
                return [opened.length, e.code, socket.readyState].join('|');
                """))
        .isEqualTo("0|1006|3");
  }

  @Test
  void fetchGivesTheSocketOfAnUpgrade() throws Exception {
    assertThat(
            run(
                """
                const response = await fetch(`http://${base}/`, { headers: { Upgrade: 'websocket' } });
                const socket = response.webSocket;
                socket.accept();
                socket.send('through fetch');
                const data = await new Promise((resolve) => socket.addEventListener('message', (e) => resolve(e.data)));
                socket.close(1000);
                return [response.status, data].join('|');
                """))
        .isEqualTo("101|through fetch");
  }

  @Test
  void fetchGivesTheAnswerOfAServerThatRefusesToUpgrade() throws Exception {
    assertThat(
            run(
                """
                const response = await fetch(`http://${base}/plain`, { headers: { Upgrade: 'websocket' } });
                return [response.status, response.webSocket, await response.text()].join('|');
                """))
        .isEqualTo("200||no socket");
  }
}
