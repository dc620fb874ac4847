package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final String PROGRAM =
      """
      let counter = 1;
      export function run(n) {
        const doubled = n * 2;
        return doubled;
      }
      """;

  private static DebugSession paused(Duration limit) {
    var session = new DebugSession(PROGRAM, new DebuggerOptions(limit, false));
    session.breakAt(4);
    var _ = session.program.add("Worker").call("run", 21);
    assertThat(session.where()).isEqualTo("run:4");
    return session;
  }

  private static DebugSession paused() {
    return paused(Duration.ofSeconds(30));
  }

  @Test
  void an_expression_sees_the_frame_and_the_module_around_it() {
    try (var session = paused()) {
      assertThat(session.evaluate(1, "doubled + counter").value()).isEqualTo("43");
      assertThat(session.evaluate(1, "({ doubled, counter })").value())
          .isEqualTo("{doubled: 42, counter: 1}");
      assertThat(session.evaluate(1, "{ a: 1 }").value()).isEqualTo("{a: 1}");
      assertThat(session.evaluate(1, "let x = 2; x * doubled").value()).isEqualTo("84");
    }
  }

  @Test
  void an_expression_can_assign_variables_of_the_frame_and_of_the_module() {
    try (var session = paused()) {
      session.evaluate(1, "counter = n + 1");
      assertThat(session.evaluate(1, "counter").value()).isEqualTo("22");
      session.evaluate(1, "n = 5");
      assertThat(session.evaluate(1, "n").value()).isEqualTo("5");
    }
  }

  @Test
  void an_expression_sees_and_assigns_the_variables_of_a_caller() {
    var program =
        """
        const inner = (m) => {
          return m + 1;
        };
        export function outer(n) {
          let sum = n;
          sum += inner(n);
          return sum;
        }
        """;
    try (var session =
        new DebugSession(program, new DebuggerOptions(Duration.ofSeconds(30), false))) {
      session.breakAt(2);
      var answer = session.program.add("Worker").call("outer", 20);
      assertThat(session.where()).isEqualTo("inner:2");
      var caller = DebuggeeSession.get(session.debugger.stack(1)).get(1).id();
      assertThat(DebuggeeSession.get(session.debugger.evaluate(caller, "sum * 2")).value())
          .isEqualTo("40");
      DebuggeeSession.get(session.debugger.evaluate(caller, "n = 7"));
      assertThat(DebuggeeSession.get(session.debugger.evaluate(caller, "n")).value())
          .isEqualTo("7");
      session.resume(1, Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("41");
    }
  }

  @Test
  void a_failing_expression_is_told_as_javascript_tells_it() {
    try (var session = paused()) {
      assertThatThrownBy(() -> session.evaluate(1, "missing.name"))
          .hasMessageContaining("ReferenceError: missing is not defined");
      assertThatThrownBy(() -> session.evaluate(1, "1 +"))
          .hasMessageContaining("SyntaxError: Expected an operand");
    }
  }

  @Test
  void an_endless_expression_is_stopped_and_the_pause_goes_on() {
    try (var session = paused(Duration.ofMillis(300))) {
      assertThatThrownBy(
              () -> session.evaluate(1, "(() => { for (;;) try { (() => 1)() } catch {} })()"))
          .hasMessageContaining("The expression was stopped after 300 ms.");
      assertThat(session.stack(1)).containsExactly("run:4");
    }
  }

  @Test
  void an_idle_thread_evaluates_between_its_events() {
    try (var session = new DebugSession(PROGRAM)) {
      var worker = session.program.add("Worker");
      assertThat(DebugSession.get(worker.call("run", 1))).isEqualTo("2");
      assertThat(DebugSession.get(session.debugger.evaluateIn(1, "typeof globalThis")).value())
          .isEqualTo("\"object\"");
      assertThatThrownBy(() -> DebugSession.get(session.debugger.evaluateIn(1, "missing")))
          .hasMessageContaining("missing is not defined");
      assertThat(DebugSession.get(worker.call("run", 2))).isEqualTo("4");
    }
  }

  @Test
  void what_an_idle_thread_has_evaluated_can_be_opened_while_it_runs() {
    try (var session = new DebugSession(PROGRAM)) {
      var worker = session.program.add("Worker");
      assertThat(DebugSession.get(worker.call("run", 1))).isEqualTo("2");
      var object =
          DebugSession.get(
              session.debugger.evaluateIn(
                  1, "({ inner: { deep: 1 }, get now() { debugger; return 2; } })"));
      var parts = DebugSession.get(session.debugger.named(object.reference()));
      assertThat(parts).extracting(Variable::name).startsWith("inner", "now");
      assertThat(DebugSession.get(session.debugger.named(parts.get(0).reference())).getFirst())
          .extracting(Variable::name, Variable::value)
          .containsExactly("deep", "1");
      assertThat(DebugSession.get(session.debugger.named(parts.get(1).reference())).getFirst())
          .extracting(Variable::value)
          .isEqualTo("2");

      session.program.end(worker);
      assertThatThrownBy(() -> DebugSession.get(session.debugger.named(object.reference())))
          .hasMessageContaining("has ended");
    }
  }
}
