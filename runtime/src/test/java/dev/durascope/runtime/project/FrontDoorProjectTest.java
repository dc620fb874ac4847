package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.http.FrontDoorOptions;
import dev.durascope.runtime.http.HttpFrontDoor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a client at the other end of a real connection can see of a Worker. */
@Timeout(30)
class FrontDoorProjectTest {
  private static final String CONFIG =
      """
      name = "test"
      main = "index.js"
      compatibility_date = "2026-03-01"
      compatibility_flags = ["enable_request_signal"]
      """;

  /** The shortest time after which an event source tries again. */
  private static final long RETRY_MILLIS = 1_000;

  @TempDir private Path directory;

  private static String get(HttpClient client, HttpFrontDoor door, String path) throws Exception {
    var request = HttpRequest.newBuilder(address(door, path)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private static URI address(HttpFrontDoor door, String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(door.address().getPort(), path));
  }

  private static HttpFrontDoor open(TestProject project) throws Exception {
    return HttpFrontDoor.start(FrontDoorOptions.of("127.0.0.1", 0), project::fetch);
  }

  @Test
  void theSignalOfARequestAbortsWhenItsClientGoesAway() throws Exception {
    var module =
        """
        const begun = Promise.withResolvers();
        const gone = Promise.withResolvers();
        export default {
          async fetch(request) {
            switch (new URL(request.url).pathname) {
              case '/wait':
                request.signal.addEventListener('abort', () => gone.resolve(String(request.signal.reason)));
                begun.resolve('begun');
                return new Promise(() => setTimeout(() => {}, 60_000));
              case '/begun':
                return new Response(await begun.promise);
              default:
                return new Response(await gone.promise);
            }
          },
        };
        """;
    try (var project = TestProject.withFiles(directory, module, CONFIG);
        var door = open(project);
        var client = HttpClient.newHttpClient()) {
      try (var socket = new Socket(door.address().getAddress(), door.address().getPort())) {
        var request = "GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(get(client, door, "/begun")).isEqualTo("begun");
        socket.setSoLinger(true, 0);
      }
      assertThat(get(client, door, "/gone")).isEqualTo("AbortError: The client has disconnected");
    }
  }

  @Test
  void aBodyLeavesInTheEncodingThatItsHeaderNames() throws Exception {
    var module =
        """
        export default {
          async fetch(request) {
            const headers = { 'content-encoding': 'gzip' };
            if (request.url.endsWith('/automatic')) return new Response('hello, hello, hello', { headers });
            const bytes = new Response('by hand').body.pipeThrough(new CompressionStream('gzip'));
            return new Response(bytes, { headers, encodeBody: 'manual' });
          },
        };
        """;
    try (var project = TestProject.withFiles(directory, module, CONFIG);
        var door = open(project);
        var client = HttpClient.newHttpClient()) {
      assertThat(unpacked(client, door, "/automatic")).isEqualTo("hello, hello, hello");
      assertThat(unpacked(client, door, "/manual")).isEqualTo("by hand");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip                  | gzip
          br, GZIP;q=0.5        | gzip
          *                     | gzip
          identity              |
          br                    |
          gzip;q=0              |
          gzip; q=0.0, *        |
          *;q=0                 |
          deflate, x-gzip       |
          """)
  void aClientThatDoesNotTakeAnEncodingGetsTheBodyPlain(String accepted, String encoding)
      throws Exception {
    var module =
        """
        export default {
          async fetch(request) {
            const headers = { 'content-encoding': 'gzip' };
            const bytes = new Blob(['hello']).stream();
            switch (new URL(request.url).pathname) {
              case '/text':
                return new Response('hello', { headers });
              case '/stream':
                return new Response(bytes, { headers });
              default:
                const packed = bytes.pipeThrough(new CompressionStream('gzip'));
                return new Response(packed, { headers, encodeBody: 'manual' });
            }
          },
        };
        """;
    try (var project = TestProject.withFiles(directory, module, CONFIG);
        var door = open(project);
        var client = HttpClient.newHttpClient()) {
      for (var path : List.of("/text", "/stream", "/manual")) {
        var request =
            HttpRequest.newBuilder(address(door, path)).header("Accept-Encoding", accepted).build();
        var response = client.send(request, BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("content-encoding"))
            .isEqualTo(Optional.ofNullable(encoding));
        assertThat(encoding == null ? response.body() : unpacked(response.body()))
            .asString()
            .isEqualTo("hello");
      }
    }
  }

  @Test
  void aRequestSaysWhereItCameFromAndThatCompressedAnswersAreTaken() throws Exception {
    var module =
        """
        export default {
          fetch(request, env) {
            const { country, colo, clientAcceptEncoding } = request.cf;
            return Response.json([country, colo, clientAcceptEncoding, request.headers.get('accept-encoding')]);
          },
        };
        """;
    try (var project = TestProject.withFiles(directory, module, CONFIG);
        var door = open(project);
        var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(address(door, "/")).header("Accept-Encoding", "a\"b").build();
      assertThat(client.send(request, BodyHandlers.ofString()).body())
          .isEqualTo("[\"US\",\"DFW\",\"a\\\"b\",\"br, gzip\"]");
    }
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return plain.readAllBytes();
    }
  }

  private static String unpacked(HttpClient client, HttpFrontDoor door, String path)
      throws Exception {
    var request =
        HttpRequest.newBuilder(address(door, path)).header("Accept-Encoding", "gzip").build();
    var response = client.send(request, BodyHandlers.ofByteArray());
    assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
    return new String(unpacked(response.body()), StandardCharsets.UTF_8);
  }

  @Test
  void anEventSourceReadsWhatAServerSendsAndSaysWhereItWasWhenItComesBack() throws Exception {
    var module =
        """
        const lost = Promise.withResolvers();
        export default {
          async fetch(request) {
            const { pathname, origin } = new URL(request.url);
            if (pathname === '/lost') return new Response(await lost.promise);
            if (pathname === '/events') {
              const last = request.headers.get('last-event-id');
              const text = last === null ? 'retry: 1000\\nid: 7\\ndata: one\\n\\n' : `event: again\\ndata: after ${last}\\n\\n`;
              return new Response(text, { headers: { 'content-type': 'text/event-stream' } });
            }
            const source = new EventSource(`${origin}/events`);
            const seen = [];
            source.addEventListener('error', (event) => lost.resolve(event.error.message));
            await new Promise((resolve) => {
              source.addEventListener('message', (event) => seen.push(`${event.lastEventId} ${event.data}`));
              source.addEventListener('again', (event) => resolve(seen.push(event.data)));
            });
            source.close();
            return new Response(seen.join(', '));
          },
        };
        """;
    try (var project = TestProject.withFiles(directory, module, CONFIG);
        var door = open(project);
        var client = HttpClient.newHttpClient()) {
      var answer =
          client.sendAsync(
              HttpRequest.newBuilder(address(door, "/")).build(), BodyHandlers.ofString());
      assertThat(get(client, door, "/lost")).isEqualTo("The server disconnected.");
      project.clock().awaitTimerBetween(RETRY_MILLIS, RETRY_MILLIS);
      project.clock().advance(RETRY_MILLIS);
      assertThat(answer.get(30, TimeUnit.SECONDS).body()).isEqualTo("7 one, after 7");
    }
  }
}
