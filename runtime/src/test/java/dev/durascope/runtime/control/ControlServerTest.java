package dev.durascope.runtime.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.control.ControlTarget.ObjectDetail;
import dev.durascope.runtime.control.ControlTarget.ObjectState;
import dev.durascope.runtime.control.ControlTarget.ObjectSummary;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The control API as tools speak it. */
@Timeout(30)
class ControlServerTest {
  private static final String LOBBY = "/api/v1/objects/chat/ChatRoom/" + FakeTarget.LOBBY;
  private static final String ATTIC = "/api/v1/objects/chat/ChatRoom/" + FakeTarget.ATTIC;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final FakeTarget target = new FakeTarget();
  private ControlServer server;

  @BeforeEach
  void start() throws Exception {
    server = ControlServer.start(0, target);
  }

  @AfterEach
  void close() {
    client.shutdownNow();
    server.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.url().resolve(path))
        .header("Authorization", "Bearer " + server.token());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private void check(HttpRequest.Builder request, int status, String json) throws Exception {
    var answer = send(request);
    assertThat(JsonParser.parseString(answer.body())).isEqualTo(JsonParser.parseString(json));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValue("application/json; charset=utf-8");
  }

  private static HttpRequest.Builder post(HttpRequest.Builder request) {
    return request.POST(BodyPublishers.noBody());
  }

  private static String error(String code, String message) {
    return "{error: {code: '%s', message: '%s'}}".formatted(code, message.replace("'", "\\'"));
  }

  @Test
  void changesWhatIsStoredAsAWhole() throws Exception {
    check(
        request("/api/v1/import?worker=chat&class=ChatRoom&name=a%20b&replace=true")
            .POST(BodyPublishers.ofString("first\nsecond\n")),
        200,
        "{objects: 2, keys: 2, rows: 3, skipped: 4}");
    check(
        request("/api/v1/import?worker=chat&class=Nowhere").POST(BodyPublishers.ofString("x")),
        409,
        error("not-imported", "There is none."));
    check(
        request("/api/v1/import?class=ChatRoom").POST(BodyPublishers.ofString("x")),
        400,
        error("bad-request", "The parameters worker and class go together"));
    check(
        request("/api/v1/reset")
            .POST(
                BodyPublishers.ofString(
                    "{\"objects\": [{\"worker\": \"chat\", \"class\": \"ChatRoom\", \"ids\":"
                        + " [\"1a\"]}]}")),
        200,
        "{objects: 1, backup: 'backup'}");
    check(
        request("/api/v1/reset").POST(BodyPublishers.ofString("{\"objects\": [1]}")),
        400,
        error(
            "bad-request",
            "The body must be {\"objects\": [{\"worker\": …, \"class\": …, \"ids\": […]}]}"));
    check(
        request(LOBBY + "/sql").POST(BodyPublishers.ofString("{\"sql\": \"SELECT 1 AS a\"}")),
        200,
        "{columns: ['a'], rows: [[1]]}");
    check(
        request(LOBBY + "/sql").POST(BodyPublishers.ofString("SELECT")),
        400,
        error("bad-request", "The body must be {\"sql\": …}, a text"));
    assertThat(target.actions)
        .containsExactly(
            "import [first, second] ImportQuery[as=Optional[ClassAddress[worker=chat,"
                + " className=ChatRoom]], name=Optional[a b], replace=true, skipUnnamed=false]",
            "reset [ClassObjects[type=ClassAddress[worker=chat, className=ChatRoom], ids=[1a]]]",
            "sql " + FakeTarget.LOBBY + " SELECT 1 AS a");
  }

  @Test
  void describesTheProject() throws Exception {
    check(
        request("/api/v1/project"),
        200,
        """
        {name: 'chat', ready: 'http://127.0.0.1:8787', pid: 77, workers: [{name: 'chat', classes:
          [{className: 'ChatRoom', storage: 'sqlite', bindings: ['ROOMS']}]}]}
        """);
  }

  @Test
  void listsObjectsPageByPage() throws Exception {
    check(
        request("/api/v1/objects?worker=chat&class=ChatRoom&limit=1"),
        200,
        """
        {objects: [{id: '%1$s', name: 'lobby', state: 'idle', alarm: 1767323045000, sockets: 2}],
         cursor: '%1$s'}
        """
            .formatted(FakeTarget.LOBBY));
    check(
        request("/api/v1/objects?worker=chat&class=ChatRoom&limit=1&cursor=" + FakeTarget.LOBBY),
        200,
        """
        {objects: [{id: '%s', name: null, state: 'stored', alarm: null, sockets: 0}], cursor: null}
        """
            .formatted(FakeTarget.ATTIC));
  }

  @Test
  void describesAnObjectWithItsSockets() throws Exception {
    check(
        request(LOBBY),
        200,
        """
        {id: '%s', name: 'lobby', state: 'idle', alarm: 1767323045000, sockets: [
          {tags: ['ada'], attachment: '{since: 1}', accepted: 'hibernatable'},
          {tags: [], attachment: null, accepted: 'regular'}]}
        """
            .formatted(FakeTarget.LOBBY));
  }

  @Test
  void listsKeysByPrefixStartAndPage() throws Exception {
    target.stored.put("user:1", new JsonPrimitive(1));
    target.stored.put("user:2", new JsonPrimitive(2));
    target.stored.put("user:3", new JsonPrimitive(3));
    check(
        request(LOBBY + "/storage?prefix=user%3A&start=user%3A2&limit=1"),
        200,
        "{entries: [{key: 'user:2', type: 'number', preview: '2', size: 4}], cursor: 'user:2'}");
    check(
        request(LOBBY + "/storage?prefix=user%3A&cursor=user%3A2"),
        200,
        "{entries: [{key: 'user:3', type: 'number', preview: '3', size: 4}], cursor: null}");
  }

  @Test
  void readsWritesAndDeletesAKeyOfAnyText() throws Exception {
    var path = LOBBY + "/storage/a%2Fb+c%20%C3%BC%3F";
    check(request(path).PUT(BodyPublishers.ofString("{\"value\": {\"x\": [1, null]}}")), 200, "{}");
    assertThat(target.stored).containsKey("a/b+c ü?");
    check(
        request(path),
        200,
        """
        {key: 'a/b+c ü?', type: 'number', preview: '{"x":[1,null]}', value: {x: [1, null]}}
        """);
    check(request(path).DELETE(), 200, "{deleted: true}");
    check(request(path).DELETE(), 200, "{deleted: false}");
    check(request(path), 404, error("no-such-key", "The object has no key a/b+c ü? stored"));
  }

  @Test
  void writesALargeValue() throws Exception {
    var text = "x".repeat(2 << 20);
    check(
        request(LOBBY + "/storage/big")
            .PUT(BodyPublishers.ofString("{\"value\": \"%s\"}".formatted(text))),
        200,
        "{}");
    assertThat(target.stored.get("big")).isEqualTo(new JsonPrimitive(text));
  }

  @Test
  void refusesAWriteThatIsNoValue() throws Exception {
    check(
        request(LOBBY + "/storage/x").PUT(BodyPublishers.ofString("{}")),
        400,
        error("bad-request", "The body must be {\"value\": …}, as reading the key gives it"));
    var broken = send(request(LOBBY + "/storage/x").PUT(BodyPublishers.ofString("{\"value\": ")));
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(broken.body()).contains("The body is not JSON");
  }

  @Test
  void actsOnObjects() throws Exception {
    check(post(request(LOBBY + "/alarm")), 200, "{}");
    check(post(request(LOBBY + "/hibernate")), 200, "{}");
    check(post(request(LOBBY + "/evict")), 200, "{}");
    assertThat(target.actions)
        .containsExactly(
            "alarm " + FakeTarget.LOBBY,
            "hibernate " + FakeTarget.LOBBY,
            "evict " + FakeTarget.LOBBY);
  }

  @Test
  void runsSchedules() throws Exception {
    check(
        request("/api/v1/schedules"),
        200,
        "{\"schedules\":[{\"worker\":\"chat\",\"cron\":\"0 * * * *\"}]}");
    check(post(request("/api/v1/schedules/chat/run?cron=0+*+*+*+*")), 200, "{}");
    check(
        post(request("/api/v1/schedules/other/run")),
        404,
        error("no-such-worker", "The project has no worker other"));
    assertThat(target.actions).containsExactly("run 0 * * * *");
  }

  @Test
  void tellsWhyAnActionIsRefused() throws Exception {
    check(
        post(request(ATTIC + "/alarm")),
        409,
        error("no-alarm", "The ChatRoom %s has no alarm set".formatted(FakeTarget.ATTIC)));
    target.put(
        new ObjectDetail(
            new ObjectSummary(
                FakeTarget.ATTIC, Optional.empty(), ObjectState.PAUSED, OptionalLong.empty(), 0),
            List.of()));
    check(
        post(request(ATTIC + "/hibernate")),
        409,
        error(
            "object-paused",
            "The ChatRoom %s is paused in the debugger; let it run on first"
                .formatted(FakeTarget.ATTIC)));
  }

  @Test
  void namesWhatDoesNotExist() throws Exception {
    check(
        request("/api/v1/objects/chat/ChatRoom/00"),
        404,
        error("no-such-object", "ChatRoom has no object 00, neither in memory nor stored"));
    check(
        request("/api/v1/objects?worker=chat&class=Chatroom"),
        404,
        error(
            "no-such-class", "The project has no Durable Object class Chatroom of a worker chat"));
    check(
        request("/api/v2/project"),
        404,
        error("no-such-request", "The control API has no request /api/v2/project"));
  }

  @Test
  void namesWhatIsWrongWithARequest() throws Exception {
    check(
        request("/api/v1/objects?worker=chat"),
        400,
        error("bad-request", "The parameter class is missing"));
    check(
        request("/api/v1/objects?worker=chat&class=ChatRoom&limit=0"),
        400,
        error("bad-request", "The parameter limit is a number from 1 to 1000, not 0"));
    var wrong = post(request("/api/v1/project"));
    check(wrong, 405, error("wrong-method", "This request is made with GET, not with POST"));
    assertThat(send(wrong).headers().firstValue("allow")).hasValue("GET");
  }

  @Test
  void asksForTheToken() throws Exception {
    var project = server.url().resolve("/api/v1/project");
    assertThat(send(HttpRequest.newBuilder(project)).statusCode()).isEqualTo(401);
    assertThat(
            send(HttpRequest.newBuilder(project).header("Authorization", "Bearer wrong"))
                .statusCode())
        .isEqualTo(401);
    assertThat(send(HttpRequest.newBuilder(URI.create(project + "?token=" + server.token()))))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
    assertThat(send(HttpRequest.newBuilder(server.url().resolve("/"))).statusCode()).isEqualTo(401);
  }

  @Test
  void isThereForThisMachineAlone() throws Exception {
    assertThat(answerTo("evil.example", "")).startsWith("HTTP/1.1 403 ").contains("forbidden-host");
    assertThat(answerTo("evil.example:8787", "")).contains("forbidden-host");
    assertThat(answerTo("127.0.0.1.evil.example", "")).contains("forbidden-host");
    assertThat(answerTo("localhost:1234", "")).startsWith("HTTP/1.1 200 ");
    assertThat(answerTo("[::1]:1234", "")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void isThereForItsOwnPageAndWebviewsAlone() throws Exception {
    assertThat(answerTo("localhost:1", "Origin: http://evil.example"))
        .startsWith("HTTP/1.1 403 ")
        .contains("forbidden-origin");
    assertThat(answerTo("localhost:1", "Origin: null")).contains("forbidden-origin");
    assertThat(answerTo("localhost:1", "Origin: http://localhost:2")).contains("forbidden-origin");
    assertThat(answerTo("localhost:1", "Origin: http://localhost:1"))
        .startsWith("HTTP/1.1 200 ")
        .doesNotContain("Access-Control-Allow-Origin");
    assertThat(answerTo("localhost:1", "Origin: vscode-webview://abc"))
        .startsWith("HTTP/1.1 200 ")
        .contains("Access-Control-Allow-Origin: vscode-webview://abc");
  }

  @Test
  void tellsAWebviewWhatItMayAsk() throws Exception {
    var answer =
        send(
            HttpRequest.newBuilder(server.url().resolve(LOBBY))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "vscode-webview://abc"));
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("access-control-allow-headers"))
        .hasValue("Authorization, Content-Type");
  }

  /** The whole answer to a request for the project with this Host and an extra header. */
  private String answerTo(String host, String header) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
      var text =
          "GET /api/v1/project HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n%s\r\n"
              .formatted(host, server.token(), header.isEmpty() ? "" : header + "\r\n");
      socket.getOutputStream().write(text.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  void tellsOfChangesUntilTheToolCloses() throws Exception {
    var seen = new LinkedBlockingQueue<String>();
    var uri =
        URI.create(
            "ws://127.0.0.1:%d/api/v1/events?token=%s"
                .formatted(server.url().getPort(), server.token()));
    var socket =
        client
            .newWebSocketBuilder()
            .buildAsync(
                uri,
                new WebSocket.Listener() {
                  @Override
                  public @Nullable CompletionStage<?> onText(
                      WebSocket from, CharSequence text, boolean last) {
                    seen.add(text.toString());
                    from.request(1);
                    return null;
                  }

                  @Override
                  public @Nullable CompletionStage<?> onClose(
                      WebSocket from, int code, String reason) {
                    seen.add("closed " + code);
                    return null;
                  }
                })
            .join();
    target.tell(new ControlEvent.ObjectsChanged("chat", "ChatRoom"));
    target.tell(new ControlEvent.StorageChanged("chat", "ChatRoom", "1a"));
    target.tell(new ControlEvent.Reloaded("chat"));
    target.tell(
        new ControlEvent.Log(
            ControlEvent.Level.WARN, "hm", "chat", Optional.of("ChatRoom"), Optional.empty()));
    assertThat(next(seen))
        .isEqualTo("{\"type\":\"objectsChanged\",\"worker\":\"chat\",\"class\":\"ChatRoom\"}");
    assertThat(next(seen))
        .isEqualTo(
            "{\"type\":\"storageChanged\",\"worker\":\"chat\",\"class\":\"ChatRoom\",\"id\":\"1a\"}");
    assertThat(next(seen)).isEqualTo("{\"type\":\"reloaded\",\"worker\":\"chat\"}");
    assertThat(JsonParser.parseString(next(seen)))
        .isEqualTo(
            JsonParser.parseString(
                "{type: 'log', level: 'warn', text: 'hm', worker: 'chat', class: 'ChatRoom', id:"
                    + " null}"));
    socket.sendClose(1000, "").join();
    assertThat(next(seen)).isEqualTo("closed 1000");
    assertThat(target.listeners).isEmpty();
  }

  private static String next(LinkedBlockingQueue<String> seen) throws InterruptedException {
    return requireNonNull(seen.poll(20, TimeUnit.SECONDS), "nothing came");
  }

  @Test
  void theStreamOfChangesIsAWebSocket() throws Exception {
    assertThat(send(request("/api/v1/events")).statusCode()).isEqualTo(426);
  }

  @Test
  void servesThePanel() throws Exception {
    var page = send(HttpRequest.newBuilder(server.panel()));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("content-security-policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    assertThat(page.body()).contains("panel.js").contains("panel.css");
    assertThat(send(HttpRequest.newBuilder(server.url().resolve("/panel.js"))).statusCode())
        .isEqualTo(200);
    assertThat(send(HttpRequest.newBuilder(server.url().resolve("/panel.css"))).statusCode())
        .isEqualTo(200);
    assertThat(send(HttpRequest.newBuilder(server.url().resolve("/secret.txt"))).statusCode())
        .isEqualTo(404);
  }

  @Test
  void movesTheClock() throws Exception {
    check(request("/api/v1/clock"), 200, "{millis: 1767323000000, frozen: false}");
    check(post(request("/api/v1/clock/freeze")), 200, "{millis: 1767323000000, frozen: true}");
    check(
        request("/api/v1/clock/step").POST(BodyPublishers.ofString("{\"millis\": 500}")),
        200,
        "{millis: 1767323000500, frozen: true}");
    check(post(request("/api/v1/clock/resume")), 200, "{millis: 1767323000500, frozen: false}");
    check(post(request("/api/v1/clock/jump")), 409, error("no-alarm", "No alarm waits."));
    for (var body : List.of("", "{}", "{\"millis\": -1}", "{\"millis\": \"5\"}", "[")) {
      var answer = send(request("/api/v1/clock/step").POST(BodyPublishers.ofString(body)));
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
    }
  }

  @Test
  void listsAlarms() throws Exception {
    check(
        request("/api/v1/alarms"),
        200,
        """
        {alarms: [{worker: 'chat', class: 'ChatRoom', id: '%s', name: 'lobby',
          scheduledTime: 1767323045000, nextRun: 1767323047000, retryCount: 1, running: false}]}
        """
            .formatted(FakeTarget.LOBBY));
  }

  @Test
  void abortsObjects() throws Exception {
    check(post(request(LOBBY + "/abort")), 200, "{}");
    assertThat(target.actions).containsExactly("abort " + FakeTarget.LOBBY);
  }
}
