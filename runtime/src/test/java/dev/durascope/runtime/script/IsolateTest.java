package dev.durascope.runtime.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.api.TimersHost;
import dev.durascope.runtime.time.ManualClock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IsolateTest {
  private final ScriptEngine engine = new ScriptEngine();
  private final ManualClock clock = new ManualClock(1_000_000);
  private final ModuleTable modules =
      new ModuleTable()
          .put("/app/main.mjs", "import { n } from 'cloudflare:workers'; export const m = n + 1;")
          .put("cloudflare:workers", "export const n = 41;");
  private final Isolate isolate =
      Isolate.start(
          "test",
          engine,
          modules,
          self ->
              List.of(
                  TimersHost.group(self, clock),
                  new HostGroup("fails")
                      .function(
                          "typeError",
                          arguments -> {
                            throw ScriptError.typeError("wrong " + arguments.string(0));
                          })));

  @AfterEach
  void close() {
    isolate.close();
    engine.close();
  }

  private String eval(String code) throws Exception {
    return isolate
        .call(() -> isolate.context().eval("js", code).toString())
        .get(10, TimeUnit.SECONDS);
  }

  @Test
  void importsModulesOfTheTableByPathAndBySpecifier() throws Exception {
    eval("globalThis.seen = 0; import('file:///app/main.mjs').then(m => { seen = m.m })");
    assertThat(eval("seen")).isEqualTo("42");
  }

  @Test
  void runsTimersInOrderWhenTheClockReachesThem() throws Exception {
    eval(
        """
        globalThis.log = [];
        setTimeout(() => log.push('b'), 20);
        setTimeout((x) => log.push(x), 10, 'a');
        const stopped = setTimeout(() => log.push('never'), 15);
        clearTimeout(stopped);
        """);
    clock.advance(9);
    assertThat(eval("log.join()")).isEmpty();
    clock.advance(11);
    assertThat(eval("log.join()")).isEqualTo("a,b");
  }

  @Test
  void repeatsIntervalsUntilTheyAreCleared() throws Exception {
    eval(
        "globalThis.n = 0; globalThis.t = setInterval(() => { if (++n === 3) clearInterval(t) }, 5)");
    for (var i = 0; i < 10; i++) {
      clock.advance(5);
      eval("0");
    }
    assertThat(eval("n")).isEqualTo("3");
  }

  @Test
  void hostFunctionsAreOutOfReachOfUserCode() throws Exception {
    assertThat(eval("typeof host + typeof Polyglot + typeof Java"))
        .isEqualTo("undefined".repeat(3));
  }

  @Test
  void microtasksOfATurnRunBeforeTheNextTurn() throws Exception {
    eval(
        "globalThis.order = []; Promise.resolve().then(() => order.push('micro')); order.push('sync')");
    assertThat(eval("order.join()")).isEqualTo("sync,micro");
  }

  @Test
  void theEndOfATurnIsToldHoweverItWent() throws Exception {
    var settled = new AtomicInteger();
    isolate.post(() -> isolate.loop().onSettled(settled::incrementAndGet));
    isolate.post(
        () -> {
          throw new IllegalStateException("a turn that fails");
        });
    assertThat(isolate.call(settled::get).get(10, TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test
  void theEndOfTheLoopIsToldAsWell() throws Exception {
    var settled = new CountDownLatch(2); // the turn that sets it, and the end
    isolate
        .call(
            () -> {
              isolate.loop().onSettled(settled::countDown);
              return "";
            })
        .get(10, TimeUnit.SECONDS);
    isolate.close();
    assertThat(settled.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void noTurnWaitsWhereNoneWillBeRun() {
    isolate.loop().stop(); // which posts a turn to wake the loop
    assertThat(isolate.loop().hasWaitingTurns()).isFalse();
  }

  @Test
  void aTurnThatTakesLongIsToldWhileItGoesOn() throws Exception {
    var noticed = new CountDownLatch(1);
    isolate.loop().onDraggingTurn(noticed::countDown);
    isolate.limitCpu(60_000, () -> {});
    assertThat(isolate.call(() -> noticed.await(10, TimeUnit.SECONDS)).get(20, TimeUnit.SECONDS))
        .isTrue();
  }
}
