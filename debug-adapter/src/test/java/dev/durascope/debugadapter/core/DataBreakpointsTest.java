package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stops at accesses to storage of a project in the real runtime. */
class DataBreakpointsTest extends WrittenProject {

  private static final String ROOM =
      """
      import { DurableObject } from "cloudflare:workers";

      export class Room extends DurableObject {
        async count() {
          const before = (await this.ctx.storage.get<number>("count")) ?? 0;
          const step = 1;
          await this.ctx.storage.put("count", before + step);
          return `${before + step}`;
        }

        async same() {
          this.ctx.storage.kv.put("count", this.ctx.storage.kv.get("count"));
          return "same";
        }

        async users() {
          await this.ctx.storage.put({ "user:ann": { age: 1 }, other: 2 });
          const all = await this.ctx.storage.list({ prefix: "user:" });
          await this.ctx.storage.deleteAll();
          return `${all.size}`;
        }

        async rows() {
          const sql = this.ctx.storage.sql;
          sql.exec("CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY, text TEXT)");
          sql.exec("CREATE TABLE IF NOT EXISTS log (what TEXT)");
          sql.exec(`CREATE TRIGGER IF NOT EXISTS keep AFTER UPDATE ON message
            BEGIN INSERT INTO log VALUES (new.text); END`);
          sql.exec("INSERT INTO message (text) VALUES (?), (?)", "a", "b");
          sql.exec("UPDATE message SET text = 'c' WHERE id = 2");
          return `${sql.exec("SELECT text FROM message").toArray().length}`;
        }
      }

      """;

  private static DataBreakpoint on(String watched, DataBreakpoint.Access access) {
    return DataBreakpoint.at(WatchedData.parse(watched).orElseThrow(), access);
  }

  @Test
  void an_access_to_a_key_stops_in_the_statement_that_did_it() throws Exception {
    var debuggee = prepare(ROOM);
    try (var session = new DebuggeeSession(debuggee, DebuggerOptions.standard())) {
      var base = debuggee.start();
      session.ignoreOutput();
      assertThat(
              session
                  .debugger
                  .stops()
                  .setOnData(
                      List.of(
                          on(
                              "this.ctx.storage.get('count') of Room \"lobby\"",
                              DataBreakpoint.Access.READ_WRITE))))
          .containsExactly(new DataBreakpointStatus(1, true, ""));

      assertThat(DebuggeeSession.get(get(base, "/attic/count"))).isEqualTo("1");
      var counted = get(base, "/lobby/count");
      var read = session.awaitStop();
      int id = read.isolate();
      assertThat(read.breakpoints()).containsExactly(1);
      assertThat(told(read))
          .containsExactly("\"count\" of Room \"lobby\" read: (nothing)", "get(\"count\")");
      assertThat(session.where(read)).isEqualTo("count:5");
      assertThat(session.then(id, Resumption.STEP_OVER)).isEqualTo("count:6");
      session.resume(id, Resumption.CONTINUE);
      var written = session.awaitStop();
      assertThat(told(written))
          .containsExactly("\"count\" of Room \"lobby\" written: (nothing) → 1", "put(\"count\")");
      assertThat(session.where(written)).isEqualTo("count:7");
      assertThat(session.evaluate(id, "before + step").value()).isEqualTo("1");
      assertThat(session.evaluate(id, "this.ctx.storage.kv.put('count', 5)").value())
          .isEqualTo("undefined");
      assertThat(session.then(id, Resumption.STEP_OVER)).isEqualTo("count:8");

      session
          .debugger
          .stops()
          .setOnData(
              List.of(
                  new DataBreakpoint(
                      WatchedData.parse("storage[\"count\"]").orElseThrow(),
                      DataBreakpoint.Access.WRITE,
                      Optional.of("changed && newValue === oldValue + step"),
                      Optional.empty())));
      session.resume(id, Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(counted)).isEqualTo("1");
      assertThat(DebuggeeSession.get(get(base, "/lobby/same"))).isEqualTo("same");
      var again = get(base, "/lobby/count");
      var changed = session.awaitStop();
      assertThat(description(changed)).isEqualTo("\"count\" of Room \"lobby\" written: 5 → 6");
      session.resume(id, Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(again)).isEqualTo("6");
    }
  }

  @Test
  void a_prefix_covers_what_is_put_listed_and_deleted_together() throws Exception {
    var debuggee = prepare(ROOM);
    try (var session = new DebuggeeSession(debuggee, DebuggerOptions.standard())) {
      var base = debuggee.start();
      session.ignoreOutput();
      session
          .debugger
          .stops()
          .setOnData(List.of(on("storage[\"user:*\"]", DataBreakpoint.Access.READ_WRITE)));
      var done = get(base, "/lobby/users");
      for (var expected :
          List.of(
              "users:17 \"user:ann\" of Room \"lobby\" written: (nothing) → {age: 1}",
              "users:18 \"user:ann\" of Room \"lobby\" read: {age: 1}",
              "users:19 \"user:ann\" of Room \"lobby\" written: {age: 1} → (nothing)")) {
        var stop = session.awaitStop();
        assertThat(session.where(stop) + " " + description(stop)).isEqualTo(expected);
        session.resume(stop.isolate(), Resumption.CONTINUE);
      }
      assertThat(DebuggeeSession.get(done)).isEqualTo("1");
    }
  }

  @Test
  void a_table_is_watched_through_triggers_too_and_its_rows_are_compared() throws Exception {
    var debuggee = prepare(ROOM);
    try (var session = new DebuggeeSession(debuggee, DebuggerOptions.standard())) {
      var base = debuggee.start();
      session.ignoreOutput();
      session
          .debugger
          .stops()
          .setOnData(
              List.of(
                  on("sql:MESSAGE", DataBreakpoint.Access.READ_WRITE),
                  on("sql:log of Room", DataBreakpoint.Access.WRITE)));
      var done = get(base, "/lobby/rows");
      for (var expected :
          List.of(
              "rows:29 table message of Room \"lobby\" written: (nothing) →"
                  + " {id: 1, text: \"a\"}, {id: 2, text: \"b\"}",
              "rows:30 table message of Room \"lobby\" written:"
                  + " {id: 2, text: \"b\"} → {id: 2, text: \"c\"}\n"
                  + "table log of Room \"lobby\" written: (nothing) → {what: \"c\"}",
              "rows:31 table message of Room \"lobby\" read: SELECT text FROM message")) {
        var stop = session.awaitStop();
        assertThat(session.where(stop) + " " + description(stop)).isEqualTo(expected);
        session.resume(stop.isolate(), Resumption.CONTINUE);
      }
      assertThat(DebuggeeSession.get(done)).isEqualTo("2");
    }
  }

  @Test
  void what_is_watched_is_written_as_an_expression() {
    for (var text :
        List.of(
            "storage.get(\"count\") of ChatRoom \"lobby\"",
            "storage[\"user:*\"] of chat/ChatRoom/1a2b",
            "storage.get(\"of \\\"all\\\"*\")",
            "storage.alarm of ChatRoom",
            "sql:messages")) {
      assertThat(WatchedData.parse(text)).hasToString("Optional[" + text + "]");
    }
    assertThat(StoredData.parse("this.#ctx.storage.kv.get(`a`)")).hasValue(new StoredData.Key("a"));
    assertThat(StoredData.parse("await state.storage.getAlarm()")).hasValue(new StoredData.Alarm());
    assertThat(StoredData.parse("count")).isEmpty();
    assertThat(StoredData.parse("storage[name]")).isEmpty();
  }
}
