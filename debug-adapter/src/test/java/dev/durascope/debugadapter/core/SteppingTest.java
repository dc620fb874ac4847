package dev.durascope.debugadapter.core;

import static dev.durascope.debugadapter.core.Resumption.CONTINUE;
import static dev.durascope.debugadapter.core.Resumption.STEP_IN;
import static dev.durascope.debugadapter.core.Resumption.STEP_OUT;
import static dev.durascope.debugadapter.core.Resumption.STEP_OVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteppingTest {

  private static final String ROOM =
      """
      class Room {
        async fetch(n) {
          const a = n * 2;
          const q = await this.inner(a);
          const b = q + 1;
          return b;
        }
        async inner(x) {
          await null;
          return x + 1;
        }
      }
      const room = new Room();
      export async function one(n) {
        const result = await room.fetch(n);
        return "got " + result;
      }
      export async function two() {
        return (await Promise.all([room.fetch(1), room.fetch(10)])).join();
      }
      """;

  @Test
  void stepping_over_an_await_lands_on_the_line_after_it() {
    try (var session = new DebugSession(ROOM)) {
      session.breakAt(3);
      var answer = session.program.add("Worker").call("one", 1);
      assertThat(session.where()).isEqualTo("fetch:3");
      assertThat(session.then(1, STEP_OVER)).isEqualTo("fetch:4");
      assertThat(session.then(1, STEP_OVER)).isEqualTo("fetch:5");
      assertThat(session.variables(1, Scope.Kind.LOCAL)).contains("n = 1", "a = 2", "q = 3");
      assertThat(session.then(1, STEP_OVER)).isEqualTo("fetch:6");
      session.resume(1, CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("got 4");
    }
  }

  @Test
  void interleaved_calls_of_one_function_are_told_apart() {
    try (var session = new DebugSession(ROOM)) {
      session.breakAt(3);
      var answer = session.program.add("Worker").call("two");
      assertThat(session.where()).isEqualTo("fetch:3");
      session.resume(1, CONTINUE);
      assertThat(session.where()).isEqualTo("fetch:3");
      assertThat(session.variables(1, Scope.Kind.LOCAL)).contains("n = 10");
      assertThat(session.then(1, STEP_OVER)).isEqualTo("fetch:4");
      assertThat(session.then(1, STEP_OVER)).isEqualTo("fetch:5");
      assertThat(session.variables(1, Scope.Kind.LOCAL)).contains("n = 10", "q = 21");
      session.resume(1, CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("4,22");
    }
  }

  @Test
  void a_breakpoint_on_an_await_stops_once_and_not_again_when_it_is_answered() {
    try (var session = new DebugSession(ROOM)) {
      session.breakAt(4);
      var answer = session.program.add("Worker").call("one", 1);
      assertThat(session.where()).isEqualTo("fetch:4");
      session.resume(1, CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("got 4");
    }
  }

  @Test
  void a_step_over_the_end_of_a_resumed_call_goes_to_the_call_that_awaits_it() {
    try (var session = new DebugSession(ROOM)) {
      session.breakAt(10);
      var answer = session.program.add("Worker").call("one", 1);
      assertThat(session.where()).isEqualTo("inner:10");
      assertThat(session.stack(1)).containsExactly("inner:10", "await", "fetch:4", "one:15");
      assertThat(session.then(1, STEP_OVER)).isEqualTo("fetch:4");
      assertThat(session.then(1, STEP_OVER)).isEqualTo("fetch:5");
      assertThat(session.then(1, STEP_OUT)).isEqualTo("one:15");
      assertThat(session.then(1, STEP_OVER)).isEqualTo("one:16");
      session.resume(1, STEP_OVER);
      assertThat(DebugSession.get(answer)).isEqualTo("got 4");
    }
  }

  @Test
  void stepping_in_and_out_follows_the_calls() {
    try (var session = new DebugSession(ROOM)) {
      session.breakAt(15);
      var answer = session.program.add("Worker").call("one", 1);
      assertThat(session.where()).isEqualTo("one:15");
      assertThat(session.then(1, STEP_IN)).isEqualTo("fetch:3");
      assertThat(session.stack(1)).containsExactly("fetch:3", "one:15");
      assertThat(session.then(1, STEP_IN)).isEqualTo("fetch:4");
      assertThat(session.then(1, STEP_IN)).isEqualTo("inner:9");
      assertThat(session.then(1, STEP_OUT)).isEqualTo("fetch:4");
      assertThat(session.then(1, STEP_OVER)).isEqualTo("fetch:5");
      session.resume(1, CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("got 4");
    }
  }

  @Test
  void every_shape_of_await_is_stepped_over() {
    var text =
        """
        const later = (value) => Promise.resolve(value);
        async function* numbers() { yield 1; yield 2; }
        const arrow = async (x) => await later(x);
        export async function run() {
          let log = "";
          if (await later(true)) {
            log += "if ";
          }
          for (const x of await later([1, 2])) {
            log += x;
          }
          for await (const y of numbers()) {
            log += y;
          }
          try {
            await Promise.reject(new Error("no"));
          } catch (e) {
            log += await later(e.message);
          } finally {
            await later();
          }
          const [a, b] = await Promise.all([later(1), arrow(2)]);
          while (await later(log.length < 12)) {
            log += ".";
          }
          switch (await later(a)) {
            case 1:
              log += b;
          }
          log += (await later(3)) + (await later(4));
          return await later(log);
        }
        """;
    try (var session = new DebugSession(text)) {
      session.breakAt(5);
      var answer = session.program.add("Worker").call("run");
      var trace = new ArrayList<Integer>();
      assertThat(session.where()).isEqualTo("run:5");
      while (trace.isEmpty() || trace.getLast() != 31) {
        var where = session.then(1, STEP_OVER);
        assertThat(where).startsWith("run:");
        trace.add(Integer.valueOf(where.substring("run:".length())));
      }
      session.resume(1, CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("if 1212no...27");
      assertThat(trace)
          .isEqualTo(
              List.of(
                  6, 7, 9, 9, 10, 9, 10, 12, 12, 13, 12, 13, 16, 18, 20, 22, 23, 24, 23, 24, 23, 24,
                  23, 26, 26, 28, 30, 31));
    }
  }
}
