package dev.durascope.debugadapter.core;

import static dev.durascope.debugadapter.core.Resumption.CONTINUE;
import static dev.durascope.debugadapter.core.Resumption.STEP_OVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Calls that begin anew, and those that cannot. */
class FrameRestartTest {

  private static final String PROGRAM =
      """
      let ticks = 0;
      function tick(n) {
        ticks++;
        return n;
      }
      function counted(limit) {
        limit += 1;
        ticks += 10;
        return limit * 2;
      }
      function mapped(limit) {
        return [1].map(() => counted(limit)).join();
      }
      export function run(limit) {
        const twice = counted(tick(limit));
        const text = mapped(limit);
        return text + " " + twice + " " + ticks;
      }
      function outer(n) {
        return tick(n);
      }
      export function deep(n) {
        return outer(n) + " " + ticks;
      }
      async function waits() {
        let n = 0;
        n++;
        await null;
        n++;
        return n;
      }
      export async function resumed() {
        return await waits();
      }
      """;

  private static Stop restart(DebugSession session, int frame) {
    var stack = DebuggeeSession.get(session.debugger.stack(1));
    DebuggeeSession.get(session.debugger.execution().preparedRestart(stack.get(frame).id())).run();
    return session.awaitStop();
  }

  private static void refuses(DebugSession session, int frame, String why) {
    var stack = DebuggeeSession.get(session.debugger.stack(1));
    assertThatThrownBy(
            () ->
                DebuggeeSession.get(
                    session.debugger.execution().preparedRestart(stack.get(frame).id())))
        .hasMessageContaining(why);
  }

  @Test
  void a_call_begins_anew_with_the_arguments_it_was_given() {
    try (var session = new DebugSession(PROGRAM)) {
      session.breakAt(9);
      var answer = session.program.add("Worker").call("run", 3);
      assertThat(session.where()).isEqualTo("counted:9");
      assertThat(session.variables(1, Scope.Kind.LOCAL)).contains("limit = 4");
      var stop = restart(session, 0);
      assertThat(stop.reason()).isEqualTo(Stop.Reason.RESTART);
      assertThat(session.where(stop)).isEqualTo("counted:7");
      assertThat(session.variables(1, Scope.Kind.LOCAL)).contains("limit = 3");
      assertThat(session.then(1, STEP_OVER)).isEqualTo("counted:8");
      session.breakAt();
      session.resume(1, CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("8 8 31");
    }
  }

  @Test
  void a_call_below_others_begins_anew_if_all_of_them_are_the_programs() {
    try (var session = new DebugSession(PROGRAM)) {
      session.breakAt(3);
      var answer = session.program.add("Worker").call("deep", 3);
      assertThat(session.where()).isEqualTo("tick:3");
      assertThat(session.stack(1)).containsExactly("tick:3", "outer:20", "deep:23");
      var stop = restart(session, 1);
      assertThat(session.where(stop)).isEqualTo("outer:20");
      session.breakAt();
      session.resume(1, CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("3 1");
    }
  }

  @Test
  void a_call_that_others_than_the_program_have_made_or_stand_above_is_refused() {
    try (var session = new DebugSession(PROGRAM)) {
      session.breakAt(16);
      var answer = session.program.add("Worker").call("run", 3);
      assertThat(session.where()).isEqualTo("run:16");
      session.breakAt(9);
      session.resume(1, CONTINUE);
      assertThat(session.where()).isEqualTo("counted:9");
      assertThat(session.stack(1))
          .containsExactly("counted:9", "(anonymous):12", "mapped:12", "run:16");
      refuses(session, 1, "It was not your code");
      refuses(session, 2, "Functions that are not yours");
      refuses(session, 3, "It was not your code");
      session.resume(1, CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("8 8 21");
    }
  }

  @Test
  void an_async_call_begins_anew_until_it_has_waited() {
    try (var session = new DebugSession(PROGRAM)) {
      session.breakAt(27, 29);
      var answer = session.program.add("Worker").call("resumed");
      assertThat(session.where()).isEqualTo("waits:27");
      var stop = restart(session, 0);
      assertThat(session.where(stop)).isEqualTo("waits:26");
      assertThat(session.then(1, CONTINUE)).isEqualTo("waits:27");
      assertThat(session.then(1, CONTINUE)).isEqualTo("waits:29");
      refuses(session, 0, "has waited at an await");
      refuses(session, 2, "is not on the stack");
      session.resume(1, CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("2");
    }
  }
}
