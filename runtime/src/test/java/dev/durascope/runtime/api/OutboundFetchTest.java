package dev.durascope.runtime.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server sees of {@code fetch()}, and what {@code fetch()} makes of the answers. */
class OutboundFetchTest {
  private final CountDownLatch released = new CountDownLatch(1);
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CompletableFuture<IOException> brokenOff = new CompletableFuture<>();
  private HttpServer server;
  private NetworkIsolate isolate;
  private String base;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext("/show", OutboundFetchTest::show);
    server.createContext("/gzip", OutboundFetchTest::gzip);
    server.createContext("/brotli", OutboundFetchTest::brotli);
    server.createContext("/to", OutboundFetchTest::redirect);
    server.createContext("/loop", exchange -> redirectTo(exchange, 302, "/loop"));
    server.createContext("/nowhere", exchange -> redirectTo(exchange, 302, "http://[/"));
    server.createContext("/stays", exchange -> send(exchange, 302, new byte[0]));
    server.createContext("/silent", this::silent);
    server.createContext("/endless", this::endless);
    server.createContext("/begins", this::begins);
    server.createContext("/status", OutboundFetchTest::status);
    server.createContext("/ends-early", OutboundFetchTest::endsEarly);
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.start();
    isolate = new NetworkIsolate();
  }

  @AfterEach
  void close() {
    released.countDown();
    isolate.close();
    server.stop(0);
  }

  /** Method, path, headers but those of the connection, and body, one a line. */
  private static void show(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var headers =
        exchange.getRequestHeaders().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue()))
            .filter(line -> !line.startsWith("Host="))
            .sorted()
            .collect(Collectors.joining(";"));
    var text =
        String.join(
            "|", exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
    send(exchange, 200, text.getBytes(UTF_8));
  }

  private static void gzip(HttpExchange exchange) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write("unpacked".getBytes(UTF_8));
    }
    exchange.getResponseHeaders().add("Content-Encoding", "gzip");
    send(exchange, 200, bytes.toByteArray());
  }

  private static void brotli(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Encoding", "br");
    send(exchange, 200, Base64.getDecoder().decode("iwWAaGVsbG8gYnJvdGxpAw=="));
  }

  /** {@code /to/STATUS}: a redirect to {@code /show}. */
  private static void redirect(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    redirectTo(exchange, Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), "/show");
  }

  private static void redirectTo(HttpExchange exchange, int status, String location)
      throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Location", location);
    send(exchange, status, new byte[0]);
  }

  private void silent(HttpExchange exchange) {
    arrived.countDown();
    await();
  }

  private void await() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends until nobody takes it any more. */
  private void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (var output = exchange.getResponseBody()) {
      while (true) {
        output.write(new byte[8192]);
        output.flush();
      }
    } catch (IOException e) {
      brokenOff.complete(e);
    }
  }

  private void begins(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    var output = exchange.getResponseBody();
    output.write("first".getBytes(UTF_8));
    output.flush();
    await();
  }

  private static void status(HttpExchange exchange) throws IOException {
    var query = exchange.getRequestURI().getQuery();
    exchange.sendResponseHeaders(Integer.parseInt(query), -1);
    exchange.close();
  }

  private static void endsEarly(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 100);
    exchange.getResponseBody().write("short".getBytes(UTF_8));
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var output = exchange.getResponseBody()) {
      output.write(body);
    }
  }

  private String run(String body) throws Exception {
    return isolate.run(base, body);
  }

  @Test
  void addsNoHeadersOfItsOwn() throws Exception {
    assertThat(run("return (await fetch(`${base}/show?x=1#frag`)).text()"))
        .isEqualTo("GET|/show?x=1||");
  }

  @Test
  void dropsTheHeadersThatAreTheConnectionsOwn() throws Exception {
    assertThat(
            run(
                """
                const headers = { host: 'x.y', connection: 'close', 'content-length': '7', 'x-one': '1' };
                return (await fetch(`${base}/show`, { method: 'POST', body: 'abc', headers })).text();
                """))
        .isEqualTo("POST|/show|Content-length=3;Content-type=text/plain;charset=UTF-8;X-one=1|abc");
  }

  @Test
  void saysThatAPostHasNoBody() throws Exception {
    assertThat(run("return (await fetch(`${base}/show`, { method: 'POST' })).text()"))
        .isEqualTo("POST|/show|Content-length=0|");
  }

  @Test
  void sendsAStreamInChunks() throws Exception {
    assertThat(
            run(
                """
                const body = ReadableStream.from(['one ', 'two'].map((t) => new TextEncoder().encode(t)));
                return (await fetch(`${base}/show`, { method: 'PUT', body })).text();
                """))
        .isEqualTo("PUT|/show|Transfer-encoding=chunked|one two");
  }

  @Test
  void declaresTheLengthOfAFixedLengthStream() throws Exception {
    assertThat(
            run(
                """
                const { readable, writable } = new FixedLengthStream(3);
                const writer = writable.getWriter();
                writer.write(new TextEncoder().encode('abc')).then(() => writer.close());
                return (await fetch(`${base}/show`, { method: 'PUT', body: readable })).text();
                """))
        .isEqualTo("PUT|/show|Content-length=3|abc");
  }

  @Test
  void sendsNeitherUserNorPassword() throws Exception {
    assertThat(run("return (await fetch(`${base.replace('//', '//u:p@')}/show`)).text()"))
        .isEqualTo("GET|/show||");
  }

  @Test
  void cacheIsSaidToTheServer() throws Exception {
    assertThat(
            run(
                """
                const request = new Request(`${base}/show`, { cache: 'no-store' });
                const text = await (await fetch(request)).text();
                return text + request.headers.has('pragma');
                """))
        .isEqualTo("GET|/show|Cache-control=no-cache;Pragma=no-cache|false");
  }

  @Test
  void aConnectionIsUsedAgain() throws Exception {
    assertThat(
            run(
                """
                for (let i = 0; i < 20; i++) await (await fetch(`${base}/show`)).text();
                return 'twenty';
                """))
        .isEqualTo("twenty");
  }

  @Test
  void unpacksWhatIsReadAndKeepsItsHeader() throws Exception {
    assertThat(
            run(
                """
                const gzip = await fetch(`${base}/gzip`);
                const brotli = await fetch(`${base}/brotli`);
                return [gzip.headers.get('content-encoding'), await gzip.text(),
                        brotli.headers.get('content-encoding'), await brotli.text()].join('|');
                """))
        .isEqualTo("gzip|unpacked|br|hello brotli");
  }

  @Test
  void aCloneOfAPackedResponseReadsTheSame() throws Exception {
    assertThat(
            run(
                """
                const one = await fetch(`${base}/gzip`);
                const two = one.clone();
                return [await one.text(), await two.text()].join('|');
                """))
        .isEqualTo("unpacked|unpacked");
  }

  @Test
  void aPostBecomesAGetOn301And302() throws Exception {
    assertThat(
            run(
                """
                const seen = [];
                for (const status of [301, 302]) {
                  const r = await fetch(`${base}/to/${status}`, { method: 'POST', body: 'abc' });
                  seen.push((await r.text()).split('|')[0], r.redirected, r.url === `${base}/show`);
                }
                return seen.join('|');
                """))
        .isEqualTo("GET|true|true|GET|true|true");
  }

  @Test
  void anythingButHeadBecomesAGetOn303() throws Exception {
    assertThat(
            run(
                """
                const put = await fetch(`${base}/to/303`, { method: 'PUT', body: 'abc' });
                const head = await fetch(`${base}/to/303`, { method: 'HEAD' });
                return [(await put.text()).split('|')[0], head.status, head.body, head.redirected].join('|');
                """))
        .isEqualTo("GET|200||true");
  }

  @Test
  void methodAndBodySurvive307And308() throws Exception {
    assertThat(
            run(
                """
                const seen = [];
                for (const status of [307, 308]) {
                  const r = await fetch(`${base}/to/${status}`, { method: 'POST', body: 'abc' });
                  const [method, , , body] = (await r.text()).split('|');
                  seen.push(method, body);
                }
                return seen.join('|');
                """))
        .isEqualTo("POST|abc|POST|abc");
  }

  @Test
  void aStreamCannotBeSentAgain() throws Exception {
    assertThat(
            run(
                """
                const body = ReadableStream.from([new TextEncoder().encode('abc')]);
                await fetch(`${base}/to/307`, { method: 'POST', body });
                """))
        .isEqualTo(
            "TypeError: A request with a one-time-use body (it was initialized from a stream, not a"
                + " buffer) encountered a redirect requiring the body to be retransmitted. To avoid"
                + " this error in the future, construct this request from a buffer-like body"
                + " initializer.");
  }

  @Test
  void anotherOriginDoesNotGetTheAuthorization() throws Exception {
    var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext("/", OutboundFetchTest::show);
    other.start();
    try {
      server.createContext(
          "/away",
          exchange ->
              redirectTo(
                  exchange, 302, "http://127.0.0.1:" + other.getAddress().getPort() + "/show"));
      assertThat(
              run(
                  """
                  const init = { headers: { authorization: 'secret', 'x-one': '1' } };
                  return [await (await fetch(`${base}/to/302`, init)).text(),
                          await (await fetch(`${base}/away`, init)).text()].join(' ');
                  """))
          .isEqualTo("GET|/show|Authorization=secret;X-one=1| GET|/show|X-one=1|");
    } finally {
      other.stop(0);
    }
  }

  @Test
  void aLoopOfRedirectsEnds() throws Exception {
    assertThat(run("await fetch(`${base}/loop`)")).isEqualTo("TypeError: Too many redirects.");
  }

  @Test
  void aRedirectToNowhereIsAnError() throws Exception {
    assertThat(run("await fetch(`${base}/nowhere`)"))
        .isEqualTo("TypeError: Invalid Location header; unable to follow redirect.");
  }

  @Test
  void aRedirectWithoutALocationIsAnAnswer() throws Exception {
    assertThat(
            run("const r = await fetch(`${base}/stays`); return [r.status, r.redirected].join()"))
        .isEqualTo("302,false");
  }

  @Test
  void aManualRedirectIsAnAnswer() throws Exception {
    assertThat(
            run(
                """
                const r = await fetch(`${base}/to/307`, { redirect: 'manual' });
                return [r.status, r.headers.get('location'), r.redirected].join();
                """))
        .isEqualTo("307,/show,false");
  }

  @Test
  void anAbortWhileTheServerIsSilentRejects() throws Exception {
    var result =
        isolate.script(
            base,
            """
            const controller = new AbortController();
            globalThis.stop = () => controller.abort(new RangeError('enough'));
            await fetch(`${base}/silent`, { signal: controller.signal });
            """);
    assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(isolate.fetches().count()).isEqualTo(1);
    assertThat(isolate.fetches().list().getFirst().url()).isEqualTo(base + "/silent");
    isolate.isolate().post(() -> isolate.isolate().context().eval("js", "stop()"));
    assertThat(result.get(60, TimeUnit.SECONDS)).isEqualTo("RangeError: enough");
    assertThat(isolate.fetches().count()).isZero();
  }

  @Test
  void anAbortWhileTheBodyComesFailsItsReader() throws Exception {
    assertThat(
            run(
                """
                const controller = new AbortController();
                const response = await fetch(`${base}/begins`, { signal: controller.signal });
                const reader = response.body.getReader();
                const first = new TextDecoder().decode((await reader.read()).value);
                const next = reader.read();
                controller.abort();
                const error = await next.catch((e) => e);
                return [first, error.name, error.message].join('|');
                """))
        .isEqualTo("first|AbortError|The operation was aborted");
  }

  @Test
  void aCancelledBodyEndsTheConnection() throws Exception {
    assertThat(
            run(
                """
                const response = await fetch(`${base}/endless`);
                const reader = response.body.getReader();
                await reader.read();
                await reader.cancel();
                return 'cancelled';
                """))
        .isEqualTo("cancelled");
    assertThat(brokenOff.get(60, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void anIsolateThatEndsBreaksItsFetchesOff() throws Exception {
    assertThat(run("globalThis.r = await fetch(`${base}/endless`); return globalThis.r.status"))
        .isEqualTo("200");
    isolate.isolate().close();
    assertThat(brokenOff.get(60, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void aBodyThatEndsTooEarlyIsALostConnection() throws Exception {
    assertThat(run("await (await fetch(`${base}/ends-early`)).text()"))
        .isEqualTo("Error: Network connection lost.");
  }

  @Test
  void aServerThatHangsUpIsALostConnection() throws Exception {
    try (var rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (var socket = rude.accept()) {
                  socket.getInputStream().read();
                } catch (IOException e) {
                  // the test is over
                }
              });
      assertThat(isolate.run("http://127.0.0.1:" + rude.getLocalPort(), "await fetch(base)"))
          .isEqualTo("Error: Network connection lost.");
    }
  }

  @Test
  void aServerThatSpeaksNoHttpIsALostConnection() throws Exception {
    try (var rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (var socket = rude.accept()) {
                  socket.getOutputStream().write("220 mail.example ready\r\n".getBytes(UTF_8));
                  socket.getInputStream().read();
                  socket.getOutputStream().flush();
                } catch (IOException e) {
                  // the test is over
                }
              });
      assertThat(isolate.run("http://127.0.0.1:" + rude.getLocalPort(), "await fetch(base)"))
          .isEqualTo("Error: Network connection lost.");
    }
  }

  @Test
  void requestAndAnswerFlowAtTheSameTime() throws Exception {
    try (var echo = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> echo(echo));
      assertThat(
              isolate.run(
                  "http://127.0.0.1:" + echo.getLocalPort(),
                  """
                  const { readable, writable } = new TransformStream();
                  const writer = writable.getWriter();
                  const response = await fetch(base, { method: 'POST', body: readable });
                  const reader = response.body.getReader();
                  const answer = new TextDecoder().decode((await reader.read()).value);
                  writer.write(new TextEncoder().encode('late'));
                  const last = new TextDecoder().decode((await reader.read()).value);
                  return [response.statusText, answer, last.includes('late')].join('|');
                  """))
          .isEqualTo("Fine By Me|early|true");
    }
  }

  /** Answers before it has read the body, and then with what comes. */
  private static void echo(ServerSocket server) {
    try (var socket = server.accept()) {
      var input = socket.getInputStream();
      var output = socket.getOutputStream();
      var head = new StringBuilder();
      while (!head.toString().endsWith("\r\n\r\n")) {
        head.append((char) input.read());
      }
      output.write("HTTP/1.1 200 Fine By Me\r\nConnection: close\r\n\r\nearly".getBytes(UTF_8));
      output.flush();
      var buffer = new byte[1024];
      for (var count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        output.write(buffer, 0, count);
        output.flush();
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  @Test
  void statusesWithoutABodyHaveNone() throws Exception {
    assertThat(
            run(
                """
                const seen = [];
                for (const status of [204, 304]) {
                  const r = await fetch(`${base}/status?${status}`);
                  seen.push(r.status, r.body);
                }
                return seen.join('|');
                """))
        .isEqualTo("204||304|");
  }
}
