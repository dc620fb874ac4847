package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.runtime.bundle.sourcemap.SourceMap;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bare client of the Chrome DevTools Protocol, beside the debugger. */
class ChromeInspectorTest {

  private static final String MAP_PREFIX = "data:application/json;base64,";

  private static final String INDEX =
      """
      import { DurableObject } from "cloudflare:workers";
      interface Visit { readonly count: number }
      export class Room extends DurableObject {
        #visits = 0;
        fetch(): Response {
          const visit: Visit = { count: ++this.#visits };
          const text: string = "visit " + visit.count;
          const body: string = text;
          return new Response(body);
        }
      }
      export default {
        fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
      };
      """;

  private static final String CONFIG =
      """
      name = "chat"
      main = "index.ts"
      compatibility_date = "2026-01-01"
      [[durable_objects.bindings]]
      name = "ROOMS"
      class_name = "Room"
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Room"]
      """;

  @TempDir private Path directory;

  @Test
  void a_client_stops_in_an_object_on_a_line_of_typescript_steps_and_evaluates() throws Exception {
    directory = directory.toRealPath();
    Files.writeString(directory.resolve("wrangler.toml"), CONFIG);
    var index = directory.resolve("index.ts");
    Files.writeString(index, INDEX);
    var debuggee =
        dev.durascope.debugadapter.runtime.RuntimeDebuggee.launcher()
            .prepare(
                new LaunchOptions(
                    directory,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.of(0),
                    Optional.empty(),
                    false,
                    Map.of()));
    // Not closed: that would wait for a request that a debugger holds.
    var http = HttpClient.newHttpClient();
    try (var session = new DebuggeeSession(debuggee, DebuggerOptions.standard())) {
      session.ignoreOutput();
      session.breakAt(index, 9);
      var inspector = debuggee.openInspector(0);
      assertThat(debuggee.openInspector(0)).isEqualTo(inspector);
      assertThat(inspector.url().getHost()).isEqualTo("127.0.0.1");
      assertThat(inspector.url().getPath()).hasSizeGreaterThan(32);
      var base = debuggee.start();

      var client = Client.open(http, inspector.url());
      client.ask("Runtime.enable", "{}");
      client.ask("Debugger.enable", "{}");
      client.ask("Runtime.runIfWaitingForDebugger", "{}");
      var script =
          client.await(
              message ->
                  is(message, "Debugger.scriptParsed")
                      && params(message).has("sourceMapURL")
                      && params(message).get("sourceMapURL").getAsString().startsWith(MAP_PREFIX));
      var map = map(script);
      var generated = map.generated(index, 7).getFirst();
      client.ask(
          "Debugger.setBreakpointByUrl",
          "{\"url\":%s,\"lineNumber\":%d,\"columnNumber\":%d}"
              .formatted(params(script).get("url"), generated.line() - 1, generated.column() - 1));

      var answer = http.sendAsync(HttpRequest.newBuilder(base).build(), BodyHandlers.ofString());
      assertThat(client.line(map)).isEqualTo(7);
      var value = client.evaluate("visit.count");
      assertThat(value).isEqualTo("1");
      client.ask("Debugger.stepOver", "{}");
      assertThat(client.line(map)).isEqualTo(8);
      assertThat(client.evaluate("text")).isEqualTo("\"visit 1\"");
      client.ask("Debugger.resume", "{}");

      // A breakpoint of the other debugger: neither has lost the other's stop.
      assertThat(session.where()).isEqualTo("fetch:9");
      session.resume(session.debugger.isolates().getLast().id(), Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(answer).body()).isEqualTo("visit 1");
      client.close();
    }
  }

  private static SourceMap map(JsonObject script) {
    var json =
        new String(
            Base64.getDecoder()
                .decode(
                    params(script)
                        .get("sourceMapURL")
                        .getAsString()
                        .substring(MAP_PREFIX.length())),
            StandardCharsets.UTF_8);
    var root = JsonParser.parseString(json).getAsJsonObject().get("sourceRoot").getAsString();
    return SourceMap.parse(json, Path.of(URI.create(root)));
  }

  private static boolean is(JsonObject message, String method) {
    return message.has("method") && message.get("method").getAsString().equals(method);
  }

  private static JsonObject params(JsonObject message) {
    return message.getAsJsonObject("params");
  }

  /** A client that keeps what it has not been asked for yet. */
  private static final class Client implements WebSocket.Listener {

    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final Deque<JsonObject> kept = new ArrayDeque<>();
    private final StringBuilder part = new StringBuilder();
    private @Nullable WebSocket socket;
    private JsonObject frame = new JsonObject();
    private int last;

    static Client open(HttpClient http, URI url) {
      var client = new Client();
      client.socket = http.newWebSocketBuilder().buildAsync(url, client).join();
      return client;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean end) {
      part.append(data);
      if (end) {
        messages.add(part.toString());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    JsonObject ask(String method, String params) {
      int id = ++last;
      var request = "{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, params);
      socket().sendText(request, true).join();
      return await(message -> message.has("id") && message.get("id").getAsInt() == id);
    }

    private WebSocket socket() {
      var open = socket;
      if (open == null) {
        throw new IllegalStateException("not open");
      }
      return open;
    }

    JsonObject await(Predicate<JsonObject> wanted) {
      for (var message : List.copyOf(kept)) {
        if (wanted.test(message)) {
          kept.remove(message);
          return message;
        }
      }
      try {
        while (true) {
          var text = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
          assertThat(text).as("a message of the inspector").isNotNull();
          var message = JsonParser.parseString(text).getAsJsonObject();
          if (wanted.test(message)) {
            return message;
          }
          kept.add(message);
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    /** Waits for a pause and says on which line of the source it is. */
    int line(SourceMap map) {
      var paused = await(message -> is(message, "Debugger.paused"));
      frame = params(paused).getAsJsonArray("callFrames").get(0).getAsJsonObject();
      var location = frame.getAsJsonObject("location");
      return map.original(
              location.get("lineNumber").getAsInt() + 1,
              location.get("columnNumber").getAsInt() + 1)
          .orElseThrow()
          .line();
    }

    String evaluate(String expression) {
      return ask(
              "Debugger.evaluateOnCallFrame",
              "{\"callFrameId\":%s,\"expression\":\"%s\"}"
                  .formatted(frame.get("callFrameId"), expression))
          .getAsJsonObject("result")
          .getAsJsonObject("result")
          .get("value")
          .toString();
    }

    void close() {
      socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
  }
}
