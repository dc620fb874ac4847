package dev.durascope.runtime.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.project.DevServer;
import dev.durascope.runtime.project.ProjectLog;
import dev.durascope.runtime.project.ProjectOptions;
import dev.durascope.runtime.wire.WireLiteral;
import dev.durascope.runtime.wire.WireValue;
import java.io.BufferedReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state of a project while a process runs it. */
class RunningStateTest {
  private static final String CONFIG =
      """
      name = "chat"
      main = "index.js"
      compatibility_date = "2026-03-01"
      [[durable_objects.bindings]]
      name = "ROOMS"
      class_name = "Room"
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Room"]
      """;

  private static final String MODULE =
      """
      import { DurableObject } from "cloudflare:workers";
      export class Room extends DurableObject {
        constructor(ctx, env) {
          super(ctx, env);
          ctx.blockConcurrencyWhile(async () => { this.seen = await ctx.storage.get("k"); });
        }
        async set(value) {
          this.seen = value;
          await this.ctx.storage.put("k", value);
          this.ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS t(a)");
          this.ctx.storage.sql.exec("INSERT INTO t VALUES (1)");
          await this.ctx.storage.setAlarm(Date.UTC(2200, 0, 1));
        }
        async look() {
          const { storage } = this.ctx;
          return [this.seen ?? null, await storage.get("k") ?? null, await storage.get("other") ?? null,
            await storage.getAlarm()];
        }
        rows() { return this.ctx.storage.sql.exec("SELECT a FROM t").toArray().map((row) => row.a); }
        bookmark() { return this.ctx.storage.getCurrentBookmark(); }
        async back(bookmark) { await this.ctx.storage.onNextSessionRestoreBookmark(bookmark); }
        wait() { return new Promise(() => {}); }
        alarm() {}
      }
      export default {
        async fetch(request, env) {
          const { pathname, search } = new URL(request.url);
          const room = env.ROOMS.getByName("lobby");
          if (pathname === "/set") await room.set(search.slice(1));
          else if (pathname === "/back") await room.back(decodeURIComponent(search.slice(1)));
          else return Response.json(await room[pathname.slice(1)]().catch((error) => error.message));
          return new Response("done");
        },
      };
      """;

  private static final ProjectLog SILENT =
      new ProjectLog() {
        @Override
        public void message(Level level, String text) {}

        @Override
        public void script(Level level, String source, String text) {}
      };

  @TempDir Path directory;

  private DevServer start() throws Exception {
    Files.writeString(directory.resolve("wrangler.toml"), CONFIG);
    Files.writeString(directory.resolve("index.js"), MODULE);
    var server = DevServer.prepare(ProjectOptions.of(directory), SILENT);
    server.start();
    server.openControl();
    return server;
  }

  @Test
  void aRunningProjectIsAskedAndNotWrittenBeside() throws Exception {
    try (var server = start()) {
      fetch(server, "/set?1");
      var state = locate();
      assertThat(state.running()).isPresent();
      var type = state.type("Room");
      var rows = new ArrayList<ObjectRow>();
      state.objects().objects(type, rows::add);
      assertThat(rows)
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.name()).isEqualTo("lobby");
                assertThat(row.live()).contains(new ObjectRow.Live("idle", 0));
                assertThat(row.stored().orElseThrow().keys()).isEqualTo(1);
                assertThat(row.stored().orElseThrow().tables()).containsExactly("t");
                assertThat(row.alarm()).isPresent();
              });
      var lobby = state.existing(type, "lobby");
      assertThat(WireLiteral.of(state.objects().read(lobby, "k").orElseThrow())).isEqualTo("\"1\"");
      assertThat(state.objects().read(lobby, "none")).isEmpty();
      state.objects().write(lobby, "other", new WireValue.Text("by hand"));
      assertThat(state.objects().delete(lobby, "k")).isTrue();
      assertThat(state.objects().delete(lobby, "k")).isFalse();
      assertThat(state.objects().keys(lobby, new ObjectAccess.KeyQuery("", null, 10)).keys())
          .containsExactly(new ObjectAccess.Key("other", "string", "\"by hand\"", 11));
      assertThat(fetch(server, "/look")).isEqualTo("[\"1\",null,\"by hand\",7258118400000]");
      assertThat(ObjectSql.read(state, lobby, "SELECT a FROM t").text())
          .containsExactly(List.of("1"));
    }
    assertThat(locate().running()).isEmpty();
  }

  @Test
  void whatChangesAllOfAnObjectHasItStartAnew() throws Exception {
    try (var server = start()) {
      fetch(server, "/set?first");
      var state = locate();
      var type = state.type("Room");
      var lobby = state.existing(type, "lobby");
      var export = export(state, type);

      assertThat(ObjectSql.write(state, lobby, "INSERT INTO t VALUES (9007199254740993)").text())
          .isEmpty();
      assertThat(ObjectSql.write(state, lobby, "SELECT a FROM t").text())
          .containsExactly(List.of("1"), List.of("9007199254740993"));
      assertThatThrownBy(() -> ObjectSql.write(state, lobby, "INSERT INTO t VALUES (2); nonsense"))
          .isInstanceOf(StateException.class)
          .hasMessage("near \"nonsense\": syntax error at offset 0: SQLITE_ERROR");
      assertThat(fetch(server, "/rows")).isEqualTo("[1,9007199254740992]");

      fetch(server, "/set?second");
      assertThatThrownBy(() -> read(state, export, CAREFUL))
          .isInstanceOf(StateException.class)
          .hasMessage(
              "there is an object Room \"lobby\" already. Give --replace to overwrite such"
                  + " objects. Nothing was changed.");
      assertThat(read(state, export, REPLACING).totals())
          .isEqualTo(new StateExport.Totals(1, 1, 1));
      assertThat(fetch(server, "/look")).isEqualTo("[\"first\",\"first\",null,7258118400000]");
      assertThat(fetch(server, "/rows")).isEqualTo("[1]");

      var copied =
          StateCopy.copy(
              state,
              type,
              Optional.of(lobby),
              state,
              type,
              new StateCopy.Options(Optional.of("attic"), false, false));
      assertThat(copied).isEqualTo(1);
      assertThat(state.objects().read(state.existing(type, "attic"), "k"))
          .contains(new WireValue.Text("first"));

      var reset = StateReset.of(state, List.of(type), Optional.empty());
      assertThat(reset.count()).isEqualTo(2);
      var backup = reset.run(Clock.systemUTC());
      assertThat(fetch(server, "/look")).isEqualTo("[null,null,null,null]");
      var kept =
          ProjectState.locate(
              new StateOptions(directory, Optional.empty(), Optional.empty(), Optional.of(backup)));
      assertThat(kept.objects().read(kept.existing(type, "lobby"), "k"))
          .contains(new WireValue.Text("first"));
      assertThat(kept.folder().ofClass(type.uniqueKey()).alarms()).hasSize(2);
    }
  }

  @Test
  void anEventInProgressFailsWhenItsObjectStartsAnew() throws Exception {
    try (var server = start()) {
      fetch(server, "/set?first");
      var waiting = send(server, "/wait");
      assertThat(fetch(server, "/rows")).isEqualTo("[1]");
      var state = locate();
      var type = state.type("Room");
      StateReset.of(state, List.of(type), Optional.empty()).run(Clock.systemUTC());
      assertThat(text(waiting.get(30, TimeUnit.SECONDS)))
          .isEqualTo(
              "\"Durable Object reset because what it has stored was changed from outside.\"");
    }
  }

  @Test
  void theHistoryGoesOnAcrossWhatIsWrittenFromOutside() throws Exception {
    String before;
    String export;
    try (var server = start()) {
      fetch(server, "/set?first");
      before = fetch(server, "/bookmark").replace("\"", "");
      var state = locate();
      var type = state.type("Room");
      export = export(state, type);
      state.objects().write(state.existing(type, "lobby"), "k", new WireValue.Text("by hand"));
    }
    var stopped = locate();
    var type = stopped.type("Room");
    var lobby = stopped.existing(type, "lobby");
    stopped.objects().write(lobby, "other", new WireValue.Text("at rest"));
    ObjectSql.write(stopped, lobby, "INSERT INTO t VALUES (2)");
    read(stopped, export, REPLACING);
    try (var server = start()) {
      read(locate(), export.replace("first", "later"), REPLACING);
      assertThat(fetch(server, "/look")).startsWith("[\"later\",\"later\",null");
      fetch(server, "/back?" + before);
      StateReset.of(locate(), List.of(type), Optional.empty()).run(Clock.systemUTC());
      assertThat(fetch(server, "/look")).isEqualTo("[\"first\",\"first\",null,7258118400000]");
    }
  }

  @Test
  void whoWritesToFilesThatAProcessHasIsToldWhichOne() throws Exception {
    Files.writeString(directory.resolve("wrangler.toml"), CONFIG);
    Files.writeString(directory.resolve("index.js"), MODULE);
    try (var server = DevServer.prepare(ProjectOptions.of(directory), SILENT)) {
      server.start(); // and cannot be asked
      fetch(server, "/set?first");
      var state = locate();
      assertThat(state.running()).isEmpty();
      var type = state.type("Room");
      var lobby = state.existing(type, "lobby");
      var export = export(state, type);
      for (var writing :
          List.<ThrowingCallable>of(
              () -> state.objects().write(lobby, "k", new WireValue.Text("x")),
              () -> state.objects().delete(lobby, "k"),
              () -> ObjectSql.write(state, lobby, "DELETE FROM t"),
              () -> read(state, export, REPLACING),
              () -> StateReset.of(state, List.of(type), Optional.empty()).run(Clock.systemUTC()),
              () ->
                  StateCopy.copy(
                      state,
                      type,
                      Optional.of(lobby),
                      state,
                      type,
                      new StateCopy.Options(Optional.of("attic"), false, false)))) {
        assertThatThrownBy(writing)
            .isInstanceOf(StateException.class)
            .hasMessageStartingWith(
                "Another durascope (process " + ProcessHandle.current().pid() + ", this one) has");
      }
    }
  }

  private static final ExportReader.Options CAREFUL =
      new ExportReader.Options(Optional.empty(), Optional.empty(), false, false);

  private static final ExportReader.Options REPLACING =
      new ExportReader.Options(Optional.empty(), Optional.empty(), true, false);

  private static ExportReader.Outcome read(
      ProjectState state, String export, ExportReader.Options options) throws Exception {
    return StateImport.read(state, new BufferedReader(new StringReader(export)), options);
  }

  private static String export(ProjectState state, StateClass type) throws Exception {
    var export = new StringWriter();
    new StateExport(export).write(state, List.of(type), Optional.empty());
    return export.toString();
  }

  private ProjectState locate() throws StateException {
    return ProjectState.locate(
        new StateOptions(directory, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static String fetch(DevServer server, String path) throws Exception {
    return text(send(server, path).get(30, TimeUnit.SECONDS));
  }

  private static CompletableFuture<ResponseMessage> send(DevServer server, String path) {
    return server
        .project()
        .fetch(
            new RequestMessage("GET", "http://localhost" + path, List.of(), Body.NONE, "follow"));
  }

  private static String text(ResponseMessage response) {
    assertThat(response.status()).isEqualTo(200);
    return response.body() instanceof Body.Bytes(var bytes) ? new String(bytes, UTF_8) : "";
  }
}
