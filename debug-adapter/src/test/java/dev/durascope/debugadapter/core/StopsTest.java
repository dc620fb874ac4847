package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StopsTest {

  private static final String PROGRAM =
      """
      // a line without code
      let stop = false;
      const log = [];
      export function spin() {
        let turns = 0;
        while (!stop) {
          turns++;
        }
        return "stopped";
      }
      export function chain(x) { return [x].map((y) => y + 1).map((z) => z * 2).join(); }
      export function talk() {
        debugger;
        return log.length;
      }
      """;

  @Test
  void a_running_loop_can_be_paused_and_changed() {
    try (var session = new DebugSession(PROGRAM)) {
      session
          .debugger
          .stops()
          .set(
              DebugSession.FILE,
              List.of(
                  new SourceBreakpoint(
                      7,
                      OptionalInt.empty(),
                      Optional.empty(),
                      Optional.of("1"),
                      Optional.of("it spins"))));
      var answer = session.program.add("Worker").call("spin");
      assertThat(session.awaitOutput().text()).isEqualTo("it spins\n");
      session.pause(1);
      var stop = session.awaitStop();
      assertThat(stop.reason()).isEqualTo(Stop.Reason.PAUSE);
      assertThat(session.where(stop)).startsWith("spin:");
      session.evaluate(1, "stop = true");
      session.resume(1, Resumption.CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("stopped");
    }
  }

  @Test
  void the_first_statement_of_the_program_is_the_entry() {
    try (var session =
        new DebugSession(PROGRAM, new DebuggerOptions(Duration.ofSeconds(5), true))) {
      session.program.add("Worker");
      var stop = session.awaitStop();
      assertThat(stop.reason()).isEqualTo(Stop.Reason.ENTRY);
      assertThat(session.where(stop)).isEqualTo("(module):2");
      session.resume(1, Resumption.CONTINUE);
      assertThat(DebugSession.get(session.program.add("Second").call("chain", 1))).isEqualTo("4");
    }
  }

  @Test
  void a_debugger_statement_stops() {
    try (var session = new DebugSession(PROGRAM)) {
      var answer = session.program.add("Worker").call("talk");
      var stop = session.awaitStop();
      assertThat(stop.reason()).isEqualTo(Stop.Reason.DEBUGGER_STATEMENT);
      assertThat(session.where(stop)).isEqualTo("talk:13");
      assertThat(session.then(1, Resumption.STEP_OVER)).isEqualTo("talk:14");
      session.resume(1, Resumption.CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("0");
    }
  }

  @Test
  void a_breakpoint_on_a_line_without_code_moves_to_the_next_that_has_some() {
    try (var session = new DebugSession(PROGRAM)) {
      assertThat(session.breakAt(1))
          .containsExactly(new BreakpointStatus(1, true, DebugSession.FILE, 2, 1, ""));
    }
  }

  @Test
  void a_column_chooses_among_the_calls_of_a_line() {
    try (var session = new DebugSession(PROGRAM)) {
      var inner = PROGRAM.lines().toList().get(10).indexOf("z * 2") + 1;
      session
          .debugger
          .stops()
          .set(
              DebugSession.FILE,
              List.of(
                  new SourceBreakpoint(
                      11,
                      OptionalInt.of(inner),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty())));
      var answer = session.program.add("Worker").call("chain", 1);
      var stop = session.awaitStop();
      assertThat(session.where(stop)).isEqualTo("(anonymous):11");
      assertThat(session.evaluate(1, "z").value()).isEqualTo("2");
      session.breakAt();
      session.resume(1, Resumption.CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("4");
    }
  }

  @Test
  void a_new_version_of_the_program_has_the_breakpoints_of_the_old_one() {
    try (var session = new DebugSession(PROGRAM)) {
      session.breakAt(14);
      session.program.load(
          DebugSession.FILE, "// one line more\n" + PROGRAM.replace("debugger;", "log.push(1);"));
      var answer = session.program.add("Worker").call("talk");
      assertThat(session.where()).isEqualTo("talk:14");
      session.resume(1, Resumption.CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("1");
    }
  }

  @Test
  void a_removed_breakpoint_stops_no_more() {
    try (var session = new DebugSession(PROGRAM)) {
      session.breakAt(11);
      var worker = session.program.add("Worker");
      var first = worker.call("chain", 1);
      assertThat(session.where()).isEqualTo("chain:11");
      assertThat(worker.isHeld()).isTrue();
      session.breakAt();
      session.resume(1, Resumption.CONTINUE);
      assertThat(DebugSession.get(first)).isEqualTo("4");
      assertThat(worker.isHeld()).isFalse();
      assertThat(DebugSession.get(worker.call("chain", 2))).isEqualTo("6");
    }
  }
}
