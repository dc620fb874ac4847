package dev.durascope.debugadapter.core;

import static dev.durascope.debugadapter.core.Resumption.CONTINUE;
import static dev.durascope.debugadapter.core.Resumption.STEP_IN;
import static dev.durascope.debugadapter.core.Resumption.STEP_OUT;
import static dev.durascope.debugadapter.core.Resumption.STEP_OVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that go from one isolate into another, and back. */
class RemoteSteppingTest {

  private static final String PROJECT =
      """
      import { DurableObject } from "cloudflare:workers";
      export class Room extends DurableObject {
        async fetch(request) {
          const name = new URL(request.url).pathname;
          return new Response("room" + name);
        }
        async add(a, b) {
          await this.ctx.storage.put("sum", a + b);
          return a + b;
        }
        async relay(n) {
          const other = this.env.Room.getByName("attic");
          const sum = await other.add(n, 1);
          return sum * 2;
        }
        async again(n) {
          if (n === 0) return "done";
          return await this.env.Room.getByName("lobby").again(n - 1);
        }
        async tell(callback) {
          const answer = await callback("hello");
          return answer + "!";
        }
      }
      export default {
        async fetch(request, env) {
          const room = env.Room.getByName("lobby");
          switch (new URL(request.url).pathname) {
            case "/fetch": {
              const response = await room.fetch("http://room/x");
              return new Response(await response.text());
            }
            case "/add": {
              const sum = await room.add(1, 2);
              return new Response(sum);
            }
            case "/relay": {
              const twice = await room.relay(3);
              return new Response(twice);
            }
            case "/missing": {
              try {
                await room.nothing();
              } catch (error) {
                return new Response(error.name);
              }
            }
            case "/later": {
              const promise = room.add(3, 4);
              const note = "sent";
              const sum = await promise;
              return new Response(note + sum);
            }
            case "/again": {
              const text = await room.again(1);
              return new Response(text);
            }
            case "/tell": {
              const said = await room.tell((word) => {
                return word.toUpperCase();
              });
              return new Response(said);
            }
          }
        }
      };
      """;

  @TempDir private Path directory;

  private ProjectSession run(int... lines) throws Exception {
    return ProjectSession.run(directory, DebuggerOptions.standard(), PROJECT, "Room", lines);
  }

  @Test
  void a_step_into_a_stubs_fetch_stops_in_the_objects_thread_and_out_again_in_the_callers()
      throws Exception {
    try (var session = run(30)) {
      var answer = session.get("/fetch");
      assertThat(session.where()).isEqualTo("fetch:30");
      int worker = session.isolate("Worker test");
      session.resume(worker, STEP_IN);
      var stop = session.awaitStop();
      int lobby = session.isolate("Room \"lobby\"");
      assertThat(stop).isEqualTo(Stop.of(lobby, Stop.Reason.STEP));
      assertThat(session.stack(lobby))
          .containsExactly("fetch:4", "called by Worker test", "fetch:30");
      assertThatThrownBy(() -> session.debugger.execution().resume(worker, CONTINUE))
          .isInstanceOf(NotPausedException.class);
      session.resume(lobby, STEP_OUT);
      stop = session.awaitStop();
      assertThat(stop).isEqualTo(Stop.of(worker, Stop.Reason.STEP));
      assertThat(session.where(stop)).isEqualTo("fetch:31");
      session.resume(worker, CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("room/x");
    }
  }

  @Test
  void a_step_into_a_method_of_a_stub_follows_the_method_and_returns_over_its_end()
      throws Exception {
    try (var session = run(34)) {
      var answer = session.get("/add");
      assertThat(session.where()).isEqualTo("fetch:34");
      int worker = session.isolate("Worker test");
      assertThat(session.then(worker, STEP_IN)).isEqualTo("add:8");
      int lobby = session.isolate("Room \"lobby\"");
      assertThat(session.variables(lobby, Scope.Kind.LOCAL)).contains("a = 1", "b = 2");
      assertThat(session.then(lobby, STEP_OVER)).isEqualTo("add:9");
      assertThat(session.stack(lobby))
          .containsExactly("add:9", "called by Worker test", "fetch:34");
      assertThat(session.then(lobby, STEP_OVER)).isEqualTo("fetch:35");
      assertThat(session.variables(worker, Scope.Kind.BLOCK)).contains("sum = 3");
      session.resume(worker, CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("3");
    }
  }

  @Test
  void steps_go_through_several_objects_and_come_back_through_them() throws Exception {
    try (var session = run(38)) {
      var answer = session.get("/relay");
      assertThat(session.where()).isEqualTo("fetch:38");
      int worker = session.isolate("Worker test");
      assertThat(session.then(worker, STEP_IN)).isEqualTo("relay:12");
      int lobby = session.isolate("Room \"lobby\"");
      assertThat(session.then(lobby, STEP_OVER)).isEqualTo("relay:13");
      assertThat(session.then(lobby, STEP_IN)).isEqualTo("add:8");
      int attic = session.isolate("Room \"attic\"");
      assertThat(session.stack(attic))
          .containsExactly(
              "add:8", "called by Room \"lobby\"", "relay:13", "called by Worker test", "fetch:38");
      assertThat(session.then(attic, STEP_OUT)).isEqualTo("relay:14");
      assertThat(session.then(lobby, STEP_OUT)).isEqualTo("fetch:39");
      session.resume(worker, CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("8");
    }
  }

  @Test
  void a_handler_that_stopped_at_a_breakpoint_is_stepped_out_of_into_its_caller() throws Exception {
    try (var session = run(9)) {
      var answer = session.get("/relay");
      assertThat(session.where()).isEqualTo("add:9");
      int attic = session.isolate("Room \"attic\"");
      assertThat(session.then(attic, STEP_OUT)).isEqualTo("relay:14");
      session.resume(session.isolate("Room \"lobby\""), CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("8");
    }
  }

  @Test
  void a_step_into_what_no_code_of_the_users_answers_stays_with_the_caller() throws Exception {
    try (var session = run(43)) {
      var answer = session.get("/missing");
      assertThat(session.where()).isEqualTo("fetch:43");
      int worker = session.isolate("Worker test");
      assertThat(session.then(worker, STEP_IN)).isEqualTo("fetch:45");
      session.resume(worker, CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("TypeError");
    }
  }

  @Test
  void a_step_into_a_call_that_is_awaited_later_leaves_the_caller_running() throws Exception {
    try (var session = run(49)) {
      var answer = session.get("/later");
      assertThat(session.where()).isEqualTo("fetch:49");
      int worker = session.isolate("Worker test");
      assertThat(session.then(worker, STEP_IN)).isEqualTo("add:8");
      int lobby = session.isolate("Room \"lobby\"");
      assertThat(session.then(lobby, STEP_OUT)).isEqualTo("fetch:52");
      session.resume(worker, CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("sent7");
    }
  }

  @Test
  void an_object_that_calls_itself_is_stepped_into_in_its_own_thread() throws Exception {
    try (var session = run(55)) {
      var answer = session.get("/again");
      assertThat(session.where()).isEqualTo("fetch:55");
      int worker = session.isolate("Worker test");
      assertThat(session.then(worker, STEP_IN)).isEqualTo("again:17");
      int lobby = session.isolate("Room \"lobby\"");
      assertThat(session.then(lobby, STEP_OVER)).isEqualTo("again:18");
      assertThat(session.then(lobby, STEP_IN)).isEqualTo("again:17");
      assertThat(session.variables(lobby, Scope.Kind.LOCAL)).contains("n = 0");
      assertThat(session.then(lobby, STEP_OUT)).isEqualTo("fetch:56");
      session.resume(worker, CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("done");
    }
  }

  @Test
  void a_callback_is_stepped_into_in_the_thread_that_has_given_it() throws Exception {
    try (var session = run(21)) {
      var answer = session.get("/tell");
      assertThat(session.where()).isEqualTo("tell:21");
      int lobby = session.isolate("Room \"lobby\"");
      assertThat(session.then(lobby, STEP_IN)).isEqualTo("(anonymous):60");
      int worker = session.isolate("Worker test");
      assertThat(session.variables(worker, Scope.Kind.LOCAL)).contains("word = \"hello\"");
      assertThat(session.then(worker, STEP_OUT)).isEqualTo("tell:22");
      session.resume(lobby, CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("HELLO!");
    }
  }

  @Test
  void a_step_over_a_remote_call_waits_for_it_whatever_stops_in_the_object() throws Exception {
    try (var session = run(34, 8)) {
      var answer = session.get("/add");
      assertThat(session.where()).isEqualTo("fetch:34");
      int worker = session.isolate("Worker test");
      assertThat(session.then(worker, STEP_OVER)).isEqualTo("add:8");
      assertThat(session.then(session.isolate("Room \"lobby\""), CONTINUE)).isEqualTo("fetch:35");
      session.resume(worker, CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("3");
    }
  }

  @Test
  void a_step_in_that_was_left_by_a_continue_stops_nowhere_else() throws Exception {
    try (var session = run(34)) {
      var answer = session.get("/add");
      assertThat(session.where()).isEqualTo("fetch:34");
      session.breakAt();
      assertThat(session.then(session.isolate("Worker test"), STEP_IN)).isEqualTo("add:8");
      session.resume(session.isolate("Room \"lobby\""), CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("3");
      assertThat(DebuggeeSession.get(session.get("/relay"))).isEqualTo("8");
    }
  }
}
