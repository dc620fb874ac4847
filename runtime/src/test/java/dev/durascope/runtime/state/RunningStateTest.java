package dev.durascope.runtime.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
        async set(value) {
          await this.ctx.storage.put("k", value);
          this.ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS t(a)");
          this.ctx.storage.sql.exec("INSERT INTO t VALUES (1)");
          await this.ctx.storage.setAlarm(Date.UTC(2200, 0, 1));
        }
        get(key) { return this.ctx.storage.get(key); }
        alarm() {}
      }
      export default {
        async fetch(request, env) {
          const room = env.ROOMS.getByName("lobby");
          if (request.url.endsWith("/get")) return Response.json([await room.get("k"), await room.get("other")]);
          await room.set(new Map([["a", 1]]));
          return new Response("set");
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

  @Test
  void aRunningProjectIsAskedAndNotWrittenBeside() throws Exception {
    Files.writeString(directory.resolve("wrangler.toml"), CONFIG);
    Files.writeString(directory.resolve("index.js"), MODULE);
    try (var server = DevServer.prepare(ProjectOptions.of(directory), SILENT)) {
      server.start();
      server.openControl();
      fetch(server, "/set");
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
      assertThat(WireLiteral.of(state.objects().read(lobby, "k").orElseThrow()))
          .isEqualTo("new Map([[\"a\", 1]])");
      assertThat(state.objects().read(lobby, "none")).isEmpty();
      state.objects().write(lobby, "other", new WireValue.Text("by hand"));
      assertThat(state.objects().delete(lobby, "k")).isTrue();
      assertThat(state.objects().delete(lobby, "k")).isFalse();
      assertThat(state.objects().keys(lobby, new ObjectAccess.KeyQuery("", null, 10)).keys())
          .containsExactly(new ObjectAccess.Key("other", "string", "\"by hand\"", 11));
      assertThat(fetch(server, "/get")).isEqualTo("[null,\"by hand\"]");
      assertThat(ObjectSql.read(state, lobby, "SELECT a FROM t").text())
          .containsExactly(List.of("1"));

      var export = new StringWriter();
      new StateExport(export).write(state, List.of(type), Optional.empty());
      assertThat(export.toString()).contains("{\"row\":[");
      var text = new BufferedReader(new StringReader(export.toString()));
      var options = new StateImport.Options(Optional.empty(), true, false);
      assertThatThrownBy(() -> StateImport.read(state, text, options))
          .isInstanceOf(StateException.class)
          .hasMessageContaining("runs the project, so its state cannot be replaced. End it first.");
      assertThatThrownBy(() -> ObjectSql.write(state, lobby, "DELETE FROM t"))
          .hasMessageContaining("cannot be changed by SQL");
      assertThatThrownBy(() -> StateReset.of(state, List.of(type), Optional.empty()))
          .hasMessageContaining("cannot be reset");
    }
    assertThat(locate().running()).isEmpty();
  }

  private ProjectState locate() throws StateException {
    return ProjectState.locate(
        new StateOptions(directory, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static String fetch(DevServer server, String path) throws Exception {
    var request =
        new RequestMessage("GET", "http://localhost" + path, List.of(), Body.NONE, "follow");
    var response = server.project().fetch(request).get(30, TimeUnit.SECONDS);
    assertThat(response.status()).isEqualTo(200);
    return response.body() instanceof Body.Bytes(var bytes) ? new String(bytes, UTF_8) : "";
  }
}
