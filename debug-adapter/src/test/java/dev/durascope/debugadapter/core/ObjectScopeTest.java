package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scope <em>Durable Object</em>, of objects in the real runtime. */
class ObjectScopeTest {

  private static final String ROOM =
      """
      import { DurableObject } from "cloudflare:workers";

      export class Room extends DurableObject {
        async fetch(request) {
          const { storage } = this.ctx;
          if (request.headers.get("upgrade") === "websocket") {
            const [client, server] = Object.values(new WebSocketPair());
            this.ctx.acceptWebSocket(server, ["ann", "admin"]);
            server.serializeAttachment({ since: 7 });
            return new Response(null, { status: 101, webSocket: client });
          }
          storage.kv.put("count", 3);
          storage.kv.put("guests", new Map([["ann", { age: 7 }]]));
          storage.sql.exec("CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, text TEXT)");
          storage.sql.exec("INSERT INTO notes (text) VALUES ('one'), ('two')");
          await storage.setAlarm(Date.UTC(2040, 0, 1));
          storage.kv.put("late", true);
          const answer = "ok";
          return new Response(answer + storage.kv.get("count"));
        }

        alarm() {}
      }
      """;

  private static final int ANSWER_LINE = 19;

  @TempDir private Path directory;

  private RealProject paused() {
    var project = new RealProject(directory, ROOM);
    var breakpoint = project.session.breakAt(project.file, ANSWER_LINE).getFirst();
    assertThat(breakpoint.verified()).as(breakpoint.message()).isTrue();
    return project.start();
  }

  private static int scope(RealProject project, Stop stop) {
    return project.session.scope(stop.isolate(), Scope.Kind.DURABLE_OBJECT).reference();
  }

  private static List<String> lines(List<Variable> variables) {
    return variables.stream().map(variable -> variable.name() + " = " + variable.value()).toList();
  }

  @Test
  void it_shows_what_no_variable_does() {
    try (var project = paused()) {
      var answer = project.get("/lobby");
      var stop = project.session.awaitStop();
      var scope = scope(project, stop);
      assertThat(lines(project.parts(scope)))
          .anyMatch(line -> line.matches("id = [0-9a-f]{64}"))
          .contains(
              "name = lobby",
              "class = Room",
              "storage = 3 keys",
              "sql = 1 table",
              "alarm = 2040-01-01T00:00:00Z",
              "sockets = 0 hibernatable",
              "gates = input open, output shut",
              "events = 1 in progress, 0 waiting",
              "hibernation = not possible, for 2 reasons");
      assertThat(lines(project.parts(project.part(scope, "sql").reference())))
          .containsExactly("notes = 2 rows");
      assertThat(lines(project.parts(project.at(scope, "sql", "notes").reference())))
          .containsExactly("0 = {id: 1, text: \"one\"}", "1 = {id: 2, text: \"two\"}");
      assertThat(lines(project.parts(project.part(scope, "gates").reference())))
          .containsExactly(
              "input = open", "output = shut: writes are not durable before the turn ends");
      assertThat(project.at(scope, "events", "0").value())
          .isEqualTo("in progress: fetch GET " + project.base().resolve("/lobby"));
      assertThat(project.at(scope, "hibernation", "0").value())
          .isEqualTo("an event is in progress: fetch");
      project.session.resume(stop.isolate(), Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("ok3");
    }
  }

  @Test
  void stored_values_open_as_the_objects_code_would_read_them_and_can_be_changed_in_place() {
    try (var project = paused()) {
      var answer = project.get("/lobby");
      var stop = project.session.awaitStop();
      var storage = project.part(scope(project, stop), "storage").reference();
      var guests = project.part(storage, "guests");
      assertThat(guests.evaluateName()).contains("$storage.get(\"guests\")");
      var ann = project.at(guests.reference(), "[[Entries]]", "0");
      assertThat(ann.value()).isEqualTo("{\"ann\" => {age: 7}}");
      var value = project.part(ann.reference(), "value");
      DebuggeeSession.get(project.session.debugger.assign(value.reference(), "age", "8"));
      DebuggeeSession.get(project.session.debugger.assign(storage, "count", "40 + 2"));
      assertThat(project.part(storage, "count").value()).isEqualTo("42");
      assertThatThrownBy(
              () ->
                  DebuggeeSession.get(project.session.debugger.assign(storage, "count", "() => 1")))
          .hasMessageContaining("could not be cloned");
      assertThat(project.session.evaluate(stop.isolate(), "storage.kv.get('guests').get('ann')"))
          .extracting(Variable::value)
          .isEqualTo("{age: 8}");
      project.session.resume(stop.isolate(), Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("ok42");
    }
  }

  @Test
  void the_alarm_is_set_and_removed_there() {
    try (var project = paused()) {
      var answer = project.get("/lobby");
      var stop = project.session.awaitStop();
      var scope = scope(project, stop);
      DebuggeeSession.get(
          project.session.debugger.assign(scope, "alarm", "new Date(Date.UTC(2041, 0, 1))"));
      assertThat(project.part(scope(project, stop), "alarm").value())
          .isEqualTo("2041-01-01T00:00:00Z");
      DebuggeeSession.get(project.session.debugger.assign(scope, "alarm", "null"));
      assertThat(project.part(scope(project, stop), "alarm").value()).isEqualTo("(not set)");
      assertThatThrownBy(
              () -> DebuggeeSession.get(project.session.debugger.assign(scope, "alarm", "'never'")))
          .hasMessageContaining("An alarm is a Date");
      assertThatThrownBy(
              () -> DebuggeeSession.get(project.session.debugger.assign(scope, "id", "1")))
          .hasMessageContaining("\"id\" cannot be assigned.");
      project.session.resume(stop.isolate(), Resumption.CONTINUE);
      DebuggeeSession.get(answer);
    }
  }

  @Test
  void sockets_show_their_tags_and_attachments() {
    try (var project = paused()) {
      var http = project.base().resolve("/lobby");
      var socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create("ws://" + http.getAuthority() + http.getPath()),
                  new WebSocket.Listener() {})
              .join();
      var answer = project.get("/lobby");
      var stop = project.session.awaitStop();
      var scope = scope(project, stop);
      assertThat(project.at(scope, "sockets", "0").value())
          .isEqualTo("open [\"ann\", \"admin\"] {since: 7}");
      var parts = project.at(scope, "sockets", "0").reference();
      DebuggeeSession.get(
          project.session.debugger.assign(
              project.part(parts, "attachment").reference(), "since", "8"));
      assertThat(
              project
                  .session
                  .evaluate(
                      stop.isolate(), "this.ctx.getWebSockets()[0].deserializeAttachment().since")
                  .value())
          .isEqualTo("8");
      project.session.resume(stop.isolate(), Resumption.CONTINUE);
      DebuggeeSession.get(answer);
      socket.abort();
    }
  }

  @Test
  void an_object_that_runs_shows_and_takes_the_same_between_its_events() {
    try (var project = new RealProject(directory, ROOM).start()) {
      assertThat(DebuggeeSession.get(project.get("/lobby"))).isEqualTo("ok3");
      var debugger = project.session.debugger;
      int id =
          debugger.isolates().stream()
              .filter(isolate -> isolate.object().isPresent())
              .findFirst()
              .orElseThrow()
              .id();
      int facts = DebuggeeSession.get(debugger.objectFacts(id));
      assertThat(project.part(facts, "hibernation").value()).isEqualTo("possible");
      int storage = project.part(facts, "storage").reference();
      DebuggeeSession.get(debugger.assign(storage, "count", "this.ctx.id.name.length"));
      assertThat(project.part(storage, "count").value()).isEqualTo("5");
      assertThatThrownBy(() -> DebuggeeSession.get(debugger.assign(storage, "missing", "1")))
          .hasMessageContaining("\"missing\" cannot be assigned.");
      assertThat(
              DebuggeeSession.get(debugger.evaluateIn(id, "await this.ctx.storage.get('count')"))
                  .value())
          .isEqualTo("5");
    }
  }
}
