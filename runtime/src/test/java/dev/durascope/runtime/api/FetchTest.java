package dev.durascope.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.durascope.model.compatibility.EnabledFlags;
import dev.durascope.runtime.http.HttpNetwork;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.script.ModuleTable;
import dev.durascope.runtime.script.ScriptEngine;
import dev.durascope.runtime.time.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code fetch} against a real server on the loopback address. */
class FetchTest {
  private final ScriptEngine engine = new ScriptEngine();
  private final ManualClock clock = new ManualClock(1_000_000);
  private final HttpNetwork network = new HttpNetwork();
  private final PendingFetches fetches = new PendingFetches(clock);
  private final List<Runnable> held = new ArrayList<>();
  private final CountDownLatch neverAnswered = new CountDownLatch(1);
  private boolean isGateClosed;
  private HttpServer server;
  private Isolate isolate;
  private String base;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext("/echo", this::echo);
    server.createContext("/gzip", FetchTest::gzip);
    server.createContext("/redirect", FetchTest::redirect);
    server.createContext("/silent", exchange -> await());
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.start();
    Outbox outbox =
        message -> {
          if (isGateClosed) {
            held.add(message);
          } else {
            message.run();
          }
        };
    var io =
        new IoContext(outbox, new OpenSockets(), fetches, new OpenConnections(), new OpenBodies());
    var services =
        new WebPlatform.Services(
            clock,
            () -> io,
            SocketAttachments.NONE,
            EnabledFlags.newest(),
            ConsoleListener.NONE,
            network);
    isolate =
        Isolate.start(
            "fetch", engine, new ModuleTable(), self -> WebPlatform.groups(self, services));
  }

  @AfterEach
  void close() {
    neverAnswered.countDown();
    isolate.close();
    engine.close();
    network.close();
    server.stop(0);
  }

  private void await() {
    try {
      neverAnswered.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void echo(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var answer =
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestHeaders().getFirst("X-One")
            + " "
            + new String(body, StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Set-Cookie", "a=1");
    exchange.getResponseHeaders().add("Set-Cookie", "b=2");
    send(exchange, 200, answer.getBytes(StandardCharsets.UTF_8));
  }

  private static void gzip(HttpExchange exchange) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write("unpacked".getBytes(StandardCharsets.UTF_8));
    }
    exchange.getResponseHeaders().add("Content-Encoding", "gzip");
    send(exchange, 200, bytes.toByteArray());
  }

  private static void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Location", "/echo");
    send(exchange, 302, new byte[0]);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var output = exchange.getResponseBody()) {
      output.write(body);
    }
  }

  /** Runs the body of an async function of {@code base}, and gives what it returns as a string. */
  private CompletableFuture<String> script(String body) {
    var result = new CompletableFuture<String>();
    ProxyExecutable report =
        arguments -> {
          result.complete(arguments[0].asString());
          return null;
        };
    isolate.post(
        () ->
            isolate
                .context()
                .eval(
                    "js",
                    "(async (base, report) => { try { report(`${await (async () => {"
                        + body
                        + "})()}`) } catch (e) { report(`${e}`) } })")
                .executeVoid(base, report));
    return result;
  }

  private String run(String body) throws Exception {
    return script(body).get(60, TimeUnit.SECONDS);
  }

  @Test
  void sendsMethodHeadersAndBody() throws Exception {
    assertThat(
            run(
                """
                const r = await fetch(`${base}/echo`, { method: 'POST', headers: { 'x-one': '1' }, body: 'é' });
                return [r.status, r.statusText, await r.text(), r.headers.getSetCookie().sort()].join();
                """))
        .isEqualTo("200,OK,POST 1 é,a=1,b=2");
  }

  @Test
  void sendsAStream() throws Exception {
    assertThat(
            run(
                """
                const parts = ['one ', 'two'].map((text) => new TextEncoder().encode(text));
                const r = await fetch(`${base}/echo`, { method: 'PUT', body: ReadableStream.from(parts) });
                return r.text();
                """))
        .isEqualTo("PUT null one two");
  }

  @Test
  void unpacksGzip() throws Exception {
    assertThat(run("return (await fetch(`${base}/gzip`)).text()")).isEqualTo("unpacked");
  }

  @Test
  void followsRedirectsUnlessToldNotTo() throws Exception {
    assertThat(
            run(
                """
                const followed = await fetch(`${base}/redirect`);
                const manual = await fetch(`${base}/redirect`, { redirect: 'manual' });
                return [followed.url === `${base}/echo`, followed.redirected,
                        manual.status, manual.headers.get('location')].join();
                """))
        .isEqualTo("true,true,302,/echo");
  }

  @Test
  void anAbortRejectsWithItsReason() throws Exception {
    assertThat(
            run(
                """
                const controller = new AbortController();
                const answer = fetch(`${base}/silent`, { signal: controller.signal });
                controller.abort(new RangeError('enough'));
                await answer;
                """))
        .isEqualTo("RangeError: enough");
  }

  @Test
  void aRefusedConnectionRejects() throws Exception {
    server.stop(0);
    assertThat(run("await fetch(`${base}/echo`)")).isEqualTo("Error: Network connection lost.");
  }

  @Test
  void refusesOtherSchemes() throws Exception {
    assertThat(run("await fetch('ftp://example.com/')"))
        .isEqualTo("TypeError: Fetch API cannot load: ftp://example.com/");
  }

  @Test
  void waitsForTheOutbox() throws Exception {
    isGateClosed = true;
    var answer = script("return (await fetch(`${base}/echo`)).status");
    isolate.call(() -> true).get(60, TimeUnit.SECONDS);
    assertThat(held).hasSize(1);
    assertThat(answer).isNotDone();
    isolate.post(() -> held.forEach(Runnable::run));
    assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo("200");
  }
}
