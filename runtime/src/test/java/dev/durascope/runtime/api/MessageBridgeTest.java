package dev.durascope.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.ByteChannel;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.script.ModuleTable;
import dev.durascope.runtime.script.ScriptEngine;
import dev.durascope.runtime.time.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageBridgeTest {
  /** Far beyond what a loaded machine needs: only a hang takes so long. */
  private static final long HANG_SECONDS = 60;

  private final ScriptEngine engine = new ScriptEngine();
  private final Isolate isolate =
      Isolate.start(
          "bridge",
          engine,
          new ModuleTable(),
          self -> WebPlatform.groups(self, WebPlatform.Services.plain(new ManualClock(1_000_000))));

  @AfterEach
  void close() {
    isolate.close();
    engine.close();
  }

  private <T> T inside(Function<MessageBridge, T> task) throws Exception {
    return isolate
        .call(() -> task.apply(MessageBridge.of(isolate)))
        .get(HANG_SECONDS, TimeUnit.SECONDS);
  }

  private String textOf(Function<MessageBridge, String> task) throws Exception {
    return inside(task);
  }

  private Value js(String code) {
    return isolate.context().eval("js", code);
  }

  private static RequestMessage post(String body) {
    return new RequestMessage(
        "POST",
        "http://example.com/x",
        List.of(new Header("Content-Type", "text/plain"), new Header("X-Two", "2")),
        new Body.Bytes(body.getBytes(StandardCharsets.UTF_8)),
        "follow");
  }

  @Test
  void aRequestOfJavaIsARequestOfJavaScript() throws Exception {
    assertThat(
            textOf(
                bridge ->
                    js("(r) => [r instanceof Request, r.method, r.url,"
                            + " r.headers.get('x-two')].join()")
                        .execute(bridge.request(post("é")))
                        .asString()))
        .isEqualTo("true,POST,http://example.com/x,2");
  }

  @Test
  void aMessageThatOnlyPassesThroughIsNotCopied() throws Exception {
    var message = post("body");
    var passed = inside(bridge -> bridge.requestMessage(bridge.request(message)));
    assertThat(passed).usingRecursiveComparison().ignoringFields("cancellation").isEqualTo(message);
    assertThat(passed.body()).isSameAs(message.body());
  }

  @Test
  void aResponseOfJavaScriptIsAMessage() throws Exception {
    var message =
        inside(
            bridge ->
                bridge.responseMessage(
                    js("new Response('hé', { status: 201, headers: { 'X-A': 'b' } })")));
    assertThat(message.status()).isEqualTo(201);
    assertThat(message.statusText()).isEqualTo("Created");
    assertThat(message.headers())
        .containsExactly(
            new Header("X-A", "b"), new Header("content-type", "text/plain;charset=UTF-8"));
    assertThat(text(message)).isEqualTo("hé");
  }

  private static String text(ResponseMessage message) {
    return new String(((Body.Bytes) message.body()).bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void whatIsNoResponseIsATypeError() {
    assertThatThrownBy(() -> inside(bridge -> bridge.responseMessage(js("'hello'"))))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining(
            "TypeError: Incorrect type for Promise: the Promise did not resolve to 'Response'.");
  }

  @Test
  void aUsedBodyCannotBeSent() {
    assertThatThrownBy(
            () ->
                inside(
                    bridge ->
                        bridge.responseMessage(js("{ const r = new Response('x'); r.text(); r }"))))
        .hasMessageContaining("Body has already been used.");
  }

  @Test
  void aStreamedBodyIsReadAsItsChunksCome() throws Exception {
    var channel = new ByteChannel();
    var message =
        new RequestMessage("POST", "http://a/", List.of(), new Body.Stream(channel, -1), "follow");
    inside(
        bridge -> {
          js("(r) => { r.text().then((t) => { globalThis.seen = t; }); }")
              .executeVoid(bridge.request(message));
          return true;
        });
    var _ = channel.write("one ".getBytes(StandardCharsets.UTF_8));
    var _ = channel.write("two".getBytes(StandardCharsets.UTF_8));
    channel.end();
    assertThat(textOf(bridge -> js("globalThis.seen").asString())).isEqualTo("one two");
  }

  @Test
  void aBrokenBodyRejectsItsReader() throws Exception {
    var channel = new ByteChannel();
    var message =
        new ResponseMessage(
            200, "OK", List.of(), new Body.Stream(channel, -1), "", Optional.empty());
    inside(
        bridge -> {
          js("(r) => { r.text().catch((e) => { globalThis.seen = `${e}`; }); }")
              .executeVoid(bridge.response(message));
          return true;
        });
    channel.fail(new IOException("connection reset"));
    assertThat(textOf(bridge -> js("globalThis.seen").asString()))
        .isEqualTo("Error: connection reset");
  }

  @Test
  void aStreamOfUserCodeIsPumpedNoFasterThanItIsRead() throws Exception {
    var message =
        inside(
            bridge ->
                bridge.responseMessage(
                    js(
                        """
                        globalThis.pulls = 0;
                        globalThis.cancelled = new Promise((resolve) => {
                          globalThis.response = new Response(new ReadableStream({
                            pull(controller) {
                              controller.enqueue(new Uint8Array([++pulls]));
                            },
                            cancel: resolve,
                          }));
                        });
                        response;
                        """)));
    var channel = ((Body.Stream) message.body()).channel();
    int filled = inside(_ -> js("pulls").asInt());
    assertThat(filled).isBetween(1, 40);
    assertThat(channel.read().get(HANG_SECONDS, TimeUnit.SECONDS)).containsExactly(1);
    assertThat(channel.read().get(HANG_SECONDS, TimeUnit.SECONDS)).containsExactly(2);
    int afterReading = inside(_ -> js("pulls").asInt());
    assertThat(afterReading).isLessThanOrEqualTo(filled + 3);
    var told = new LinkedBlockingQueue<String>();
    ProxyExecutable tell =
        _ -> {
          told.add("cancelled");
          return null;
        };
    inside(
        _ -> {
          js("(tell) => { cancelled.then(tell) }").executeVoid(tell);
          return true;
        });
    channel.cancel();
    assertThat(told.poll(HANG_SECONDS, TimeUnit.SECONDS)).isEqualTo("cancelled");
  }

  @Test
  void aFailingStreamOfUserCodeBreaksTheBodyOff() throws Exception {
    var message =
        inside(
            bridge ->
                bridge.responseMessage(
                    js(
                        "new Response(new ReadableStream({ pull() { throw new RangeError('dry') }"
                            + " }))")));
    var channel = ((Body.Stream) message.body()).channel();
    assertThatThrownBy(() -> channel.read().get(HANG_SECONDS, TimeUnit.SECONDS))
        .hasRootCauseMessage("dry");
  }

  @Test
  void structuredCloneIsTheCopierOfItsHost() throws Exception {
    try (var other =
        Isolate.start(
            "clone",
            engine,
            new ModuleTable(),
            _ -> List.of(CloneHost.group(value -> Value.asValue("copy of " + value.asString()))))) {
      assertThat(
              other
                  .call(() -> other.context().eval("js", "structuredClone('x')").asString())
                  .get(HANG_SECONDS, TimeUnit.SECONDS))
          .isEqualTo("copy of x");
    }
  }

  @Test
  void requestFromTakesWhatFetchTakes() throws Exception {
    var message =
        inside(
            bridge ->
                bridge.requestFrom(
                    js("'http://example.com'"),
                    js("({ method: 'PUT', body: 'x', headers: [['A', '1']], cf: { k: 1 } })")));
    assertThat(message.method()).isEqualTo("PUT");
    assertThat(message.url()).isEqualTo("http://example.com/");
    assertThat(message.headers()).contains(new Header("A", "1"));
    assertThat(message.cf()).contains("{\"k\":1}");
  }

  @Test
  void aSocketLeavesInAResponseAndComesBack() throws Exception {
    var message =
        inside(
            bridge ->
                bridge.responseMessage(
                    js(
                        """
                        {
                          const [client, server] = Object.values(new WebSocketPair());
                          server.accept();
                          server.onmessage = (event) => server.send(`echo ${event.data}`);
                          new Response(null, { status: 101, webSocket: client });
                        }
                        """)));
    var client = message.webSocket().orElseThrow();
    var received = new LinkedBlockingQueue<SocketEnd.Message>();
    client.accept(
        new SocketEnd.Receiver() {
          @Override
          public void message(SocketEnd.Message arrived) {
            received.add(arrived);
          }

          @Override
          public void closed(int code, String reason, boolean wasClean) {}
        });
    client.send(new SocketEnd.Message.Text("hi"));
    assertThat(received.poll(HANG_SECONDS, TimeUnit.SECONDS))
        .isEqualTo(new SocketEnd.Message.Text("echo hi"));
  }

  @Test
  void anAcceptedSocketCannotBeReturnedOrHibernate() throws Exception {
    inside(bridge -> js("globalThis.pair = new WebSocketPair(); pair[0].accept(); 0").asInt());
    assertThatThrownBy(
            () ->
                inside(
                    bridge ->
                        bridge.responseMessage(
                            js("new Response(null, { status: 101, webSocket: pair[0] })"))))
        .hasMessageContaining("Can't return WebSocket in a Response after calling accept().");
    assertThatThrownBy(() -> inside(bridge -> bridge.acceptHibernatable(js("pair[0]"))))
        .hasMessageContaining(
            "Cannot call `acceptWebSocket()` if the WebSocket was already accepted via `accept()`");
  }

  @Test
  void aHibernatableSocketSendsInItsNextLife() throws Exception {
    var end = inside(bridge -> bridge.acceptHibernatable(js("new WebSocketPair()[1]")));
    assertThat(
            textOf(
                bridge -> {
                  var socket = bridge.hibernatableSocket(end, null);
                  socket.invokeMember("close", 1000, "bye");
                  return socket.getMember("readyState").asInt() + " " + end.isCloseSent();
                }))
        .isEqualTo("2 true");
  }
}
