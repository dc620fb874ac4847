package dev.durascope.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.model.compatibility.EnabledFlags;
import dev.durascope.runtime.message.Network;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.script.ModuleTable;
import dev.durascope.runtime.script.ScriptEngine;
import dev.durascope.runtime.time.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final ScriptEngine engine = new ScriptEngine();
  private final ManualClock clock = new ManualClock(1_000_000);
  private final List<String> lines = new ArrayList<>();
  private final IoContext io = IoContext.of(Outbox.OPEN, clock);
  private final Isolate isolate =
      Isolate.start(
          "console",
          engine,
          new ModuleTable(),
          self ->
              WebPlatform.groups(
                  self,
                  new WebPlatform.Services(
                      clock,
                      () -> io,
                      SocketAttachments.NONE,
                      EnabledFlags.newest(),
                      (isolate, line) -> write(line),
                      Network.NONE)));

  private void write(ConsoleLine line) {
    if (line.isVisible()) {
      lines.add(line.level() + "/" + line.values().size() + " " + line.indented());
    }
    if (line.group() != ConsoleLine.Group.NONE) {
      lines.add(line.group().name());
    }
  }

  @AfterEach
  void close() {
    isolate.close();
    engine.close();
  }

  private List<String> run(String code) throws Exception {
    return isolate
        .call(
            () -> {
              isolate.context().eval("js", code);
              var result = List.copyOf(lines);
              lines.clear();
              return result;
            })
        .get(60, TimeUnit.SECONDS);
  }

  /** What one expression looks like. */
  private String shown(String expression) throws Exception {
    return run("console.log(" + expression + ")").getFirst().replaceFirst("^log/\\d+ ", "");
  }

  @Test
  void passesLevelTextAndValues() throws Exception {
    assertThat(run("console.warn('a', 1, {}); console.error(); console.debug('x')"))
        .containsExactly("warn/3 a 1 {}", "error/0 ", "debug/1 x");
  }

  @Test
  void substitutesDirectives() throws Exception {
    assertThat(shown("'%s is %d or %i, %j%% %c.', 'a', 4.5, 4.5, {b: 1}, 'css', 'rest'"))
        .isEqualTo("a is 4.5 or 4, {\"b\":1}% . rest");
    assertThat(shown("'100%', 'x'")).isEqualTo("100% x");
    assertThat(shown("'%s'")).isEqualTo("%s");
  }

  @Test
  void showsPlainValues() throws Exception {
    assertThat(shown("[1, -0, 10n, 'it\\'s', null, undefined, true, Symbol('s')]"))
        .isEqualTo("[ 1, -0, 10n, \"it's\", null, undefined, true, Symbol(s) ]");
    assertThat(shown("[1, , 3]")).isEqualTo("[ 1, <1 empty item>, 3 ]");
    assertThat(shown("{ 'a-b': 1, c: { d: { e: { f: 1 } } } }"))
        .isEqualTo("{ 'a-b': 1, c: { d: { e: [Object] } } }");
  }

  @Test
  void showsClassesAndCollections() throws Exception {
    assertThat(shown("new (class Room { n = 1 })()")).isEqualTo("Room { n: 1 }");
    assertThat(shown("new Map([['a', new Set([1])]])")).isEqualTo("Map(1) { 'a' => Set(1) { 1 } }");
    assertThat(shown("class A {}")).isEqualTo("[class A]");
    assertThat(shown("function f() {}")).isEqualTo("[Function: f]");
    assertThat(shown("Object.create(null)")).isEqualTo("[Object: null prototype] {}");
    assertThat(shown("new Uint8Array([1, 2])")).isEqualTo("Uint8Array(2) [ 1, 2 ]");
    assertThat(shown("new Headers({ a: 'b' })")).isEqualTo("Headers(1) { 'a' => 'b' }");
  }

  @Test
  void runsNoGetter() throws Exception {
    assertThat(shown("{ get a() { throw new Error('ran') }, set b(v) {} }"))
        .isEqualTo("{ a: [Getter], b: [Setter] }");
  }

  @Test
  void cutsCycles() throws Exception {
    assertThat(shown("(() => { const o = { n: 1 }; o.self = o; return o })()"))
        .isEqualTo("<ref *1> { n: 1, self: [Circular *1] }");
  }

  @Test
  void breaksLongObjectsIntoLines() throws Exception {
    assertThat(shown("{ a: 'x'.repeat(40), b: 'y'.repeat(40) }"))
        .isEqualTo("{\n  a: '" + "x".repeat(40) + "',\n  b: '" + "y".repeat(40) + "'\n}");
  }

  @Test
  void showsErrorsWithStackAndCause() throws Exception {
    assertThat(shown("new TypeError('bad', { cause: new Error('why') })"))
        .startsWith("TypeError: bad\n    at ")
        .contains("[cause]: Error: why");
  }

  @Test
  void indentsGroupsAndCounts() throws Exception {
    assertThat(
            run(
                "console.group('G'); console.log('a\\n"
                    + "b'); console.groupEnd();console.count(); console.count(); console.assert(1);"
                    + " console.assert(0, 'x')"))
        .containsExactly(
            "log/1 G",
            "START",
            "log/1   a\n  b",
            "END",
            "log/0 default: 1",
            "log/0 default: 2",
            "error/1 Assertion failed: x");
  }

  @Test
  void measuresByTheClock() throws Exception {
    run("console.time('t')");
    clock.advance(7);
    assertThat(run("console.timeEnd('t')")).containsExactly("log/0 t: 7ms");
  }

  @Test
  void drawsTables() throws Exception {
    assertThat(shown("'x'")).isEqualTo("x");
    assertThat(run("console.table([{ a: 1 }])").getFirst())
        .contains("│ (index) │ a │")
        .contains("│ 0       │ 1 │");
  }

  @Test
  void logsTheErrorOfATimer() throws Exception {
    run("setTimeout(() => { throw new RangeError('late') }, 1)");
    clock.advance(1);
    assertThat(run("0").getFirst()).startsWith("error/1 Uncaught RangeError: late");
  }

  @Test
  void givesAnUncaughtErrorToItsListenersFirst() throws Exception {
    assertThat(
            run(
                "addEventListener('error', (e) => { console.log(e.message); e.preventDefault() });"
                    + "reportError(new Error('x'))"))
        .containsExactly("log/1 Uncaught Error: x");
  }
}
