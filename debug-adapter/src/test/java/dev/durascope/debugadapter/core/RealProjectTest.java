package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.debugadapter.runtime.RuntimeDebuggee;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A TypeScript project in the real runtime, asked over HTTP. */
class RealProjectTest {

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

  private static final String ROOM =
      """
      import { DurableObject } from "cloudflare:workers";

      interface Message { readonly from: string }

      export class Room extends DurableObject {
        #said = 0;

        async fetch(request: Request): Promise<Response> {
          const from: string = new URL(request.url).searchParams.get("from")!;
          const message: Message = { from };
          await this.ctx.storage.put("last", message);
          this.#said++;
          return new Response(`${message.from} said ${this.#said}`);
        }
      }
      """;

  private static final String INDEX =
      """
      export { Room } from "./room";

      interface Env { ROOMS: any }

      export default {
        async fetch(request: Request, env: Env): Promise<Response> {
          const name = new URL(request.url).pathname.slice(1);
          const room = env.ROOMS.get(env.ROOMS.idFromName(name));
          return room.fetch(request);
        },
      };
      """;

  @TempDir private Path directory;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void writeProject() throws IOException {
    directory = directory.toRealPath();
    Files.writeString(directory.resolve("wrangler.toml"), CONFIG);
    Files.writeString(directory.resolve("index.ts"), INDEX);
    Files.writeString(directory.resolve("room.ts"), ROOM);
  }

  private Debuggee prepare() throws LaunchException {
    return RuntimeDebuggee.launcher()
        .prepare(
            new LaunchOptions(
                directory,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(0),
                Optional.empty(),
                false,
                Map.of()));
  }

  private CompletableFuture<String> get(URI base, String path) {
    return http.sendAsync(
            HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString())
        .thenApply(response -> response.body());
  }

  @Test
  void an_object_is_stepped_through_while_another_answers() throws Exception {
    var debuggee = prepare();
    try (var session = new DebuggeeSession(debuggee, DebuggerOptions.standard())) {
      var room = directory.resolve("room.ts");
      var set = session.breakAt(room, 10).getFirst();
      assertThat(set.verified()).as(set.message()).isTrue();
      var base = debuggee.start();
      session.ignoreOutput();

      var lobby = get(base, "/lobby?from=ann");
      var stop = session.awaitStop();
      int id = stop.isolate();
      assertThat(session.where(stop)).isEqualTo("fetch:10");
      assertThat(session.variables(id, Scope.Kind.LOCAL)).contains("from = \"ann\"");
      assertThat(session.then(id, Resumption.STEP_OVER)).isEqualTo("fetch:11");
      assertThat(session.then(id, Resumption.STEP_OVER)).isEqualTo("fetch:12");
      assertThat(session.stack(id)).containsExactly("fetch:12", "called by Worker chat", "fetch:9");

      var facts = session.scope(id, Scope.Kind.DURABLE_OBJECT).reference();
      var storage =
          DebuggeeSession.get(session.debugger.indexed(facts, 0, 10)).stream()
              .filter(fact -> fact.name().equals("storage"))
              .findFirst()
              .orElseThrow();
      assertThat(storage.value()).isEqualTo("1 key");

      session.breakAt(room);
      assertThat(DebuggeeSession.get(get(base, "/attic?from=bob"))).isEqualTo("bob said 1");
      session.resume(id, Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(lobby)).isEqualTo("ann said 1");
    }
  }

  @Test
  void a_save_brings_the_breakpoints_into_the_new_code() throws Exception {
    var debuggee = prepare();
    try (var session = new DebuggeeSession(debuggee, DebuggerOptions.standard())) {
      var index = directory.resolve("index.ts");
      session.awaitScript();
      session.breakAt(index, 9);
      var base = debuggee.start();
      var before = get(base, "/lobby?from=ann");
      var stop = session.awaitStop();
      assertThat(session.where(stop)).isEqualTo("fetch:9");
      session.resume(stop.isolate(), Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(before)).isEqualTo("ann said 1");

      Files.writeString(index, INDEX.replace("return room", "const saved = 1;\n    return room"));
      session.awaitScript();
      session.awaitLine("Reloaded");
      session.ignoreOutput();
      var after = get(base, "/attic?from=bob");
      var id = session.awaitStop().isolate();
      assertThat(session.then(id, Resumption.STEP_OVER)).isEqualTo("fetch:10");
      assertThat(session.variables(id, Scope.Kind.LOCAL)).contains("saved = 1");
      session.resume(id, Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(after)).isEqualTo("bob said 1");
    }
  }

  @Test
  void what_the_console_shows_can_be_opened_while_the_program_runs() throws Exception {
    var room = directory.resolve("room.ts");
    Files.writeString(
        room,
        ROOM.replace(
            "this.#said++;",
            """
            console.group("a message");
                console.log("got", message, new Map([["size", 1]]));
                console.groupEnd();
                console.log("no objects", 1);
                this.#said++;\
            """));
    var debuggee = prepare();
    try (var session = new DebuggeeSession(debuggee, DebuggerOptions.standard())) {
      session.awaitScript();
      var base = debuggee.start();
      assertThat(DebuggeeSession.get(get(base, "/lobby?from=ann"))).isEqualTo("ann said 1");

      var head = session.awaitLine("[Room \"lobby\"] a message");
      assertThat(head.group()).isEqualTo(Output.Group.START);
      var line = session.awaitOutput();
      assertThat(line.text())
          .isEqualTo("[Room \"lobby\"] got { from: 'ann' } Map(1) { 'size' => 1 }\n");
      assertThat(line.place()).hasValue(new FilePosition(room, 13, 5));
      assertThat(session.awaitOutput().group()).isEqualTo(Output.Group.END);
      assertThat(session.awaitOutput().reference()).isZero();

      var shown = DebuggeeSession.get(session.debugger.named(line.reference())).getFirst();
      assertThat(shown.value()).isEqualTo(line.text().strip());
      var values = DebuggeeSession.get(session.debugger.indexed(shown.reference(), 0, 10));
      assertThat(values)
          .extracting(Variable::value)
          .containsExactly("\"got\"", "{from: \"ann\"}", "Map(1) {\"size\" => 1}");
      assertThat(DebuggeeSession.get(session.debugger.named(values.get(1).reference())))
          .anySatisfy(
              part -> {
                assertThat(part.name()).isEqualTo("from");
                assertThat(part.value()).isEqualTo("\"ann\"");
              });
    }
  }
}
