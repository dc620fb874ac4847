package dev.durascope.debugadapter.core;

import static dev.durascope.debugadapter.core.Resumption.CONTINUE;
import static dev.durascope.debugadapter.core.Resumption.STEP_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps into one of the several calls of a statement. */
class StepTargetsTest {

  private static final String PROGRAM =
      """
      function inner(x) {
        return x + 1;
      }
      async function slow(x) {
        return x * 10;
      }
      class Box {
        constructor(value) {
          this.value = value;
        }
        outer(a, b) {
          return a + b + this.value;
        }
      }
      export function several() {
        return new Box(1).outer(inner(2), inner(3));
      }
      export async function awaited() {
        return inner(await slow(4)) + inner(await slow(5));
      }
      export function builtIns() {
        const list = [3, 1];
        list.push(Math.max(inner(1), 2), parseInt('7'), ...list.map(inner), ...list.map((x) => x));
        return inner.call(null, list.join('').length) + new Map([[1, 2]]).size;
      }
      """;

  private static List<StepTarget> targets(DebugSession session) {
    var top = DebuggeeSession.get(session.debugger.stack(1)).getFirst();
    return DebuggeeSession.get(session.debugger.execution().stepTargets(top.id()));
  }

  private static String into(DebugSession session, int target) throws DebuggerException {
    session.debugger.execution().preparedStepInto(1, target).run();
    return session.where();
  }

  @Test
  void the_calls_of_a_statement_are_offered_and_each_can_be_stepped_into() throws Exception {
    try (var session = new DebugSession(PROGRAM)) {
      session.breakAt(16);
      var worker = session.program.add("Worker");
      var wanted = List.of("Box:9", "outer:12", "inner:2", "inner:2");
      for (int i = 0; i < wanted.size(); i++) {
        var answer = worker.call("several");
        assertThat(session.where()).isEqualTo("several:16");
        var offered = targets(session);
        assertThat(offered)
            .extracting(target -> target.label() + " " + target.position().column())
            .containsExactly(
                "new Box(1).outer(…) 10", "new Box(…) 10", "inner(…) 27", "inner(…) 37");
        int target = i == 0 ? 2 : i == 1 ? 1 : i + 1;
        assertThat(into(session, target)).isEqualTo(wanted.get(i));
        if (i >= 2) {
          assertThat(session.variables(1, Scope.Kind.LOCAL)).contains("x = " + i);
        }
        session.resume(1, CONTINUE);
        assertThat(DebugSession.get(answer)).isEqualTo("8");
      }
    }
  }

  @Test
  void a_step_out_shows_what_the_call_has_returned() throws Exception {
    try (var session = new DebugSession(PROGRAM)) {
      session.breakAt(2);
      var answer = session.program.add("Worker").call("several");
      assertThat(session.where()).isEqualTo("inner:2");
      session.breakAt();
      assertThat(session.then(1, STEP_OUT)).isEqualTo("several:16");
      assertThat(session.variables(1, Scope.Kind.RETURNED)).containsExactly("returned = 3");
      session.resume(1, CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("8");
    }
  }

  @Test
  void a_call_after_awaits_of_its_statement_is_stepped_into() throws Exception {
    try (var session = new DebugSession(PROGRAM)) {
      session.breakAt(19);
      var answer = session.program.add("Worker").call("awaited");
      assertThat(session.where()).isEqualTo("awaited:19");
      assertThat(targets(session))
          .extracting(StepTarget::label)
          .containsExactly("inner(…)", "slow(…)", "inner(…)", "slow(…)");
      assertThat(into(session, 3)).isEqualTo("inner:2");
      assertThat(session.variables(1, Scope.Kind.LOCAL)).contains("x = 50");
      session.resume(1, CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("92");
    }
  }

  @Test
  void functions_of_the_language_are_offered_only_where_they_call_the_programs() throws Exception {
    try (var session = new DebugSession(PROGRAM)) {
      session.breakAt(23, 24);
      var answer = session.program.add("Worker").call("builtIns");
      assertThat(session.where()).isEqualTo("builtIns:23");
      assertThat(targets(session))
          .extracting(StepTarget::label)
          .containsExactly("inner(…)", "list.map(…)", "list.map(…)");
      assertThat(into(session, 2)).isEqualTo("inner:2");
      session.resume(1, CONTINUE);
      assertThat(session.where()).isEqualTo("builtIns:24");
      assertThat(targets(session)).extracting(StepTarget::label).containsExactly("inner.call(…)");
      session.resume(1, CONTINUE);
      assertThat(DebugSession.get(answer)).isEqualTo("10");
    }
  }
}
