package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.debugadapter.fixture.TestIsolate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Calls that have begun before anything could stop the program, and what is stepped in them. */
class ReadinessTest {

  private static final String PROGRAM =
      """
      let stop = false;
      const top = 5;
      function spin() {
        console.log("spinning");
        while (!stop) {
          stop = stop || false;
        }
        return 1;
      }
      function through() { return spin(); }
      export function outer() {
        let sum = through();
        sum += top;
        return sum;
      }
      """;

  @Test
  void a_pause_comes_to_a_loop_that_ran_before() {
    try (var session = new DebugSession(PROGRAM)) {
      var answer = paused(session);
      assertThat(session.stack(1)).hasSize(3).endsWith("through:10", "outer:12");
      assertThat(session.evaluate(1, "top").value()).isEqualTo("5");
      session.evaluate(1, "stop = true");
      session.resume(1, Resumption.CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("6");
    }
  }

  @Test
  void a_step_over_goes_from_such_a_call_to_its_caller() {
    try (var session = new DebugSession(PROGRAM)) {
      var answer = paused(session);
      session.evaluate(1, "stop = true");
      var places = new ArrayList<String>();
      do {
        places.add(session.then(1, Resumption.STEP_OVER));
      } while (!places.getLast().startsWith("outer:"));
      assertThat(places).contains("spin:8").endsWith("outer:13");
      session.resume(1, Resumption.CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("6");
    }
  }

  @Test
  void a_step_out_of_such_a_call_ends_where_a_call_below_goes_on() {
    try (var session = new DebugSession(PROGRAM)) {
      var answer = paused(session);
      session.evaluate(1, "stop = true");
      assertThat(session.then(1, Resumption.STEP_OUT)).isEqualTo("outer:13");
      assertThat(session.then(1, Resumption.STEP_OVER)).isEqualTo("outer:14");
      session.resume(1, Resumption.CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("6");
    }
  }

  @Test
  void such_a_call_cannot_be_restarted() {
    try (var session = new DebugSession(PROGRAM)) {
      var answer = paused(session);
      var frame = DebugSession.get(session.debugger.stack(1)).getFirst().id();
      assertThatThrownBy(() -> session.debugger.execution().preparedRestart(frame).join())
          .hasMessageContaining("had begun before anything could stop the program");
      session.evaluate(1, "stop = true");
      session.resume(1, Resumption.CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("6");
    }
  }

  @Test
  void what_begins_later_is_stepped_as_ever_and_so_is_the_next_run_after_the_last_breakpoint() {
    try (var session = new DebugSession(PROGRAM)) {
      var worker = session.program.add("Worker");
      var answer = paused(session, worker);
      session.evaluate(1, "stop = true");
      session.resume(1, Resumption.CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("6");
      for (int round = 0; round < 2; round++) {
        session.breakAt(8);
        answer = worker.call("outer");
        assertThat(session.awaitOutput().text()).isEqualTo("spinning\n");
        assertThat(session.where()).isEqualTo("spin:8");
        assertThat(session.then(1, Resumption.STEP_OUT)).isEqualTo("through:10");
        assertThat(session.then(1, Resumption.STEP_OUT)).isEqualTo("outer:12");
        session.resume(1, Resumption.CONTINUE);
        assertThat(DebugSession.get(answer)).isEqualTo("6");
        session.debugger.stops().set(DebugSession.FILE, List.of());
      }
    }
  }

  private static CompletableFuture<String> paused(DebugSession session) {
    return paused(session, session.program.add("Worker"));
  }

  private static CompletableFuture<String> paused(DebugSession session, TestIsolate worker) {
    var answer = worker.call("outer");
    assertThat(session.awaitOutput().text()).isEqualTo("spinning\n");
    session.pause(1);
    assertThat(session.where()).startsWith("spin:");
    return answer;
  }
}
