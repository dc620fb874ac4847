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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops at events of a TypeScript project in the real runtime. */
class EventBreakpointsTest {

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

  private static final String INDEX =
      """
      import { DurableObject } from "cloudflare:workers";

      export class Room extends DurableObject {
        said = 0;

        async fetch(request: Request): Promise<Response> {
          this.said++;
          await this.ctx.storage.setAlarm(Date.now() + 3_600_000);
          return new Response(`said ${this.said}`);
        }

        async say(text: string): Promise<string> {
          return "said " + text;
        }

        async hear(text: string): Promise<string> {
          return "heard " + text;
        }

        async alarm(): Promise<void> {
          const rung = true;
          await this.ctx.storage.put("rung", rung);
        }
      }

      interface Env { ROOMS: any }

      export default {
        async fetch(request: Request, env: Env): Promise<Response> {
          const [, name, method] = new URL(request.url).pathname.split("/");
          const room = env.ROOMS.get(env.ROOMS.idFromName(name));
          return method ? new Response(await room[method]("hi")) : room.fetch(request);
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

  private static EventBreakpoint at(ProgramEvent.Kind kind, String filter) {
    return new EventBreakpoint(kind, ObjectFilter.parse(filter).orElseThrow());
  }

  private static String told(Stop stop) {
    assertThat(stop.reason()).isEqualTo(Stop.Reason.EVENT);
    return stop.cause().orElseThrow().description();
  }

  @Test
  void an_event_stops_at_the_first_statement_of_its_handler() throws Exception {
    var debuggee = prepare();
    try (var session = new DebuggeeSession(debuggee, DebuggerOptions.standard())) {
      session.debugger.stopOnEvents(
          List.of(
              at(ProgramEvent.Kind.FETCH, "Room"),
              at(ProgramEvent.Kind.RPC, "Room \"lobby\".s*"),
              at(ProgramEvent.Kind.ALARM, "")));
      var base = debuggee.start();
      session.ignoreOutput();

      var fetched = get(base, "/lobby");
      var fetch = session.awaitStop();
      assertThat(told(fetch)).isEqualTo("fetch of Room \"lobby\"");
      assertThat(session.where(fetch)).isEqualTo("fetch:7");
      assertThat(session.then(fetch.isolate(), Resumption.STEP_OVER)).isEqualTo("fetch:8");
      session.resume(fetch.isolate(), Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(fetched)).isEqualTo("said 1");

      assertThat(DebuggeeSession.get(get(base, "/attic/say"))).isEqualTo("said hi");
      assertThat(DebuggeeSession.get(get(base, "/lobby/hear"))).isEqualTo("heard hi");
      var called = get(base, "/lobby/say");
      var call = session.awaitStop();
      assertThat(told(call)).isEqualTo("rpc say of Room \"lobby\"");
      assertThat(session.where(call)).isEqualTo("say:13");
      session.resume(call.isolate(), Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(called)).isEqualTo("said hi");

      debuggee.fireAlarm(session.object("Room \"lobby\""));
      var alarm = session.awaitStop();
      assertThat(told(alarm)).isEqualTo("alarm of Room \"lobby\"");
      assertThat(session.where(alarm)).isEqualTo("alarm:21");
      session.resume(alarm.isolate(), Resumption.CONTINUE);
    }
  }

  @Test
  void an_instance_is_seen_where_it_is_made_and_before_it_is_lost() throws Exception {
    var debuggee = prepare();
    try (var session = new DebuggeeSession(debuggee, DebuggerOptions.standard())) {
      session.debugger.stopOnEvents(
          List.of(
              at(ProgramEvent.Kind.CONSTRUCTOR, ""), at(ProgramEvent.Kind.HIBERNATE, "\"lob*\"")));
      var base = debuggee.start();
      session.ignoreOutput();

      var fetched = get(base, "/lobby/say");
      var made = session.awaitStop();
      assertThat(told(made)).isEqualTo("constructor of Room \"lobby\"");
      assertThat(session.where(made)).isEqualTo("Room:3");
      session.resume(made.isolate(), Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(fetched)).isEqualTo("said hi");

      var room = session.object("Room \"lobby\"");
      var hibernated =
          CompletableFuture.runAsync(
              () -> {
                try {
                  debuggee.hibernate(room);
                } catch (ControlException e) {
                  throw new AssertionError(e);
                }
              });
      var lost = session.awaitStop();
      assertThat(told(lost)).isEqualTo("hibernation of Room \"lobby\"");
      var facts = session.scope(lost.isolate(), Scope.Kind.DURABLE_OBJECT).reference();
      assertThat(DebuggeeSession.get(session.debugger.indexed(facts, 0, 10)))
          .extracting(fact -> fact.name() + " = " + fact.value())
          .contains("class = Room", "storage = 0 keys");
      assertThat(session.where(lost)).isEqualTo("at rest");
      assertThat(session.evaluate(lost.isolate(), "this.said").value()).isEqualTo("0");
      session.resume(lost.isolate(), Resumption.STEP_OVER);
      DebuggeeSession.get(hibernated);
    }
  }
}
