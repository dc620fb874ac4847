package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Stops at events of a TypeScript project in the real runtime. */
class EventBreakpointsTest extends WrittenProject {

  private static final String ROOM =
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

      """;

  private static EventBreakpoint at(ProgramEvent.Kind kind, String filter) {
    return new EventBreakpoint(kind, ObjectFilter.parse(filter).orElseThrow());
  }

  @Test
  void an_event_stops_at_the_first_statement_of_its_handler() throws Exception {
    var debuggee = prepare(ROOM);
    try (var session = new DebuggeeSession(debuggee, DebuggerOptions.standard())) {
      session
          .debugger
          .stops()
          .setOnEvents(
              List.of(
                  at(ProgramEvent.Kind.FETCH, "Room"),
                  at(ProgramEvent.Kind.RPC, "Room \"lobby\".s*"),
                  at(ProgramEvent.Kind.ALARM, "")));
      var base = debuggee.start();
      session.ignoreOutput();

      var fetched = get(base, "/lobby");
      var fetch = session.awaitStop();
      assertThat(description(fetch)).isEqualTo("fetch of Room \"lobby\"");
      assertThat(session.where(fetch)).isEqualTo("fetch:7");
      assertThat(session.then(fetch.isolate(), Resumption.STEP_OVER)).isEqualTo("fetch:8");
      session.resume(fetch.isolate(), Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(fetched)).isEqualTo("said 1");

      assertThat(DebuggeeSession.get(get(base, "/attic/say"))).isEqualTo("said hi");
      assertThat(DebuggeeSession.get(get(base, "/lobby/hear"))).isEqualTo("heard hi");
      var called = get(base, "/lobby/say");
      var call = session.awaitStop();
      assertThat(description(call)).isEqualTo("rpc say of Room \"lobby\"");
      assertThat(session.where(call)).isEqualTo("say:13");
      session.resume(call.isolate(), Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(called)).isEqualTo("said hi");

      debuggee.fireAlarm(session.object("Room \"lobby\""));
      var alarm = session.awaitStop();
      assertThat(description(alarm)).isEqualTo("alarm of Room \"lobby\"");
      assertThat(session.where(alarm)).isEqualTo("alarm:21");
      session.resume(alarm.isolate(), Resumption.CONTINUE);
    }
  }

  @Test
  void an_instance_is_seen_where_it_is_made_and_before_it_is_lost() throws Exception {
    var debuggee = prepare(ROOM);
    try (var session = new DebuggeeSession(debuggee, DebuggerOptions.standard())) {
      session
          .debugger
          .stops()
          .setOnEvents(
              List.of(
                  at(ProgramEvent.Kind.CONSTRUCTOR, ""),
                  at(ProgramEvent.Kind.HIBERNATE, "\"lob*\"")));
      var base = debuggee.start();
      session.ignoreOutput();

      var fetched = get(base, "/lobby/say");
      var made = session.awaitStop();
      assertThat(description(made)).isEqualTo("constructor of Room \"lobby\"");
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
      assertThat(description(lost)).isEqualTo("hibernation of Room \"lobby\"");
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
