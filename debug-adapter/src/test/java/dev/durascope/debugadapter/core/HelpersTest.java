package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names that the debugger adds to those of the program, in the real runtime. */
class HelpersTest {

  private static final String ROOM =
      """
      import { DurableObject } from "cloudflare:workers";

      let visits = 0;

      export class Room extends DurableObject {
        alarms = 0;

        async fetch(request) {
          const { storage } = this.ctx;
          visits++;
          storage.kv.put("count", 1);
          storage.sql.exec("CREATE TABLE IF NOT EXISTS notes (text TEXT)");
          storage.sql.exec("INSERT INTO notes VALUES ('one')");
          return new Response(`${storage.kv.get("count")} ${await storage.getAlarm()}`);
        }

        title() { return this.ctx.id.name; }
        alarm() { this.alarms++; }
      }
      """;

  private static final int RETURN_LINE = 14;

  @TempDir private Path directory;

  private static Variable set(RealProject project, int isolate, String target, String expression) {
    var top = DebuggeeSession.get(project.session.debugger.stack(isolate)).getFirst();
    return DebuggeeSession.get(
        project.session.debugger.inspection().assign(top.id(), target, expression));
  }

  @Test
  void at_a_breakpoint_they_answer_at_once() {
    try (var project = new RealProject(directory, ROOM)) {
      project.session.breakAt(project.file, RETURN_LINE);
      project.start();
      var answer = project.get("/lobby");
      int id = project.session.awaitStop().isolate();
      assertThat(project.session.evaluate(id, "$storage.get('count')").value()).isEqualTo("1");
      assertThat(set(project, id, "$storage.get(\"count\")", "20 + 1").value()).isEqualTo("21");
      assertThat(project.session.evaluate(id, "$storage.keys()").value())
          .isEqualTo("(1) [\"count\"]");
      assertThat(project.session.evaluate(id, "$storage.sql('SELECT * FROM notes')").value())
          .isEqualTo("(1) [{text: \"one\"}]");
      assertThat(project.session.evaluate(id, "$ctx === this.ctx").value()).isEqualTo("true");
      assertThat(project.session.evaluate(id, "$hibernate()").value())
          .contains("an event is in progress: fetch");
      assertThatThrownBy(() -> project.session.evaluate(id, "$alarm()"))
          .hasMessageContaining("The object has no alarm");
      assertThat(project.session.evaluate(id, "help").value()).contains("$storage.get(key)");
      project.session.resume(id, Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("21 null");
    }
  }

  @Test
  void between_two_events_expressions_see_the_module_and_the_object_and_may_await() {
    try (var project = new RealProject(directory, ROOM).start()) {
      assertThat(DebuggeeSession.get(project.get("/lobby"))).isEqualTo("1 null");
      int id =
          project.session.debugger.isolates().stream()
              .filter(isolate -> isolate.object().isPresent())
              .findFirst()
              .orElseThrow()
              .id();
      var debugger = project.session.debugger;
      assertThat(value(debugger, id, "visits")).isEqualTo("1");
      assertThat(value(debugger, id, "visits = 5")).isEqualTo("5");
      assertThat(value(debugger, id, "this.title() + visits")).isEqualTo("\"lobby5\"");
      assertThat(value(debugger, id, "await this.ctx.storage.get('count')")).isEqualTo("1");
      assertThat(value(debugger, id, "await $object('attic').title()")).isEqualTo("\"attic\"");
      assertThat(value(debugger, id, "await new Promise(done => setTimeout(() => done(visits)))"))
          .isEqualTo("5");
      assertThatThrownBy(
              () -> value(debugger, id, "await Promise.reject(new TypeError('refused'))"))
          .hasMessageContaining("TypeError: refused");
      assertThat(value(debugger, id, "this.ctx.storage.setAlarm(Date.now() + 1e9)"))
          .startsWith("Promise");
      assertThat(value(debugger, id, "$alarm()")).contains("The alarm runs");
      assertThat(value(debugger, id, "$storage.put('count', 2)")).isEqualTo("2");
      assertThat(value(debugger, id, "$blockers().length")).isEqualTo("0");
      assertThat(value(debugger, id, "$hibernate()")).contains("leaves the memory");
    }
  }

  private static String value(ScriptDebugger debugger, int isolate, String expression) {
    return DebuggeeSession.get(debugger.evaluateIn(isolate, expression)).value();
  }
}
