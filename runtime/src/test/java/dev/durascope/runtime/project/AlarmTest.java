package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.durable.AlarmSchedule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of alarms that need more time than a behaviour file has. */
class AlarmTest {
  private static final String FAILING =
      """
      async fetch(request) {
        const { storage } = this.ctx;
        if (request.url.endsWith('/set')) await storage.setAlarm(Date.now());
        return Response.json([(await storage.get('retries')) ?? [], (await storage.getAlarm()) !== null]);
      }
      async alarm({ retryCount }) {
        const { storage } = this.ctx;
        await storage.put('retries', [...((await storage.get('retries')) ?? []), retryCount]);
        FAIL
      }
      """;

  @TempDir private Path directory;

  @Test
  void anAlarmThatFailsSevenTimesIsForgotten() throws Exception {
    try (var project =
        TestProject.withSubject(directory, FAILING.replace("FAIL", "throw new Error('no');"))) {
      assertThat(project.get("/a/set")).startsWith("[[");
      var alarms = project.onlyObject().namespace().alarms();
      for (var retry = 0; retry <= AlarmSchedule.MAX_RETRIES; retry++) {
        awaitRetry(alarms, retry);
        project.clock().advance(retry == 0 ? 0 : (2_000L << (retry - 1)) * 5 / 4);
      }
      while (!project.get("/a").endsWith(",false]")) {
        Thread.onSpinWait();
      }
      assertThat(project.get("/a")).isEqualTo("[[0,1,2,3,4,5,6],false]");
      project.restart();
      assertThat(project.get("/a")).isEqualTo("[[0,1,2,3,4,5,6],false]");
    }
  }

  @Test
  void aHandlerThatTakesFifteenMinutesLosesItsObjectAndIsRunAgain() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            FAILING.replace("FAIL", "if (retryCount === 0) await new Promise(() => {});"))) {
      assertThat(project.get("/a/set")).startsWith("[[");
      var alarms = project.onlyObject().namespace().alarms();
      awaitRetry(alarms, 0);
      project.clock().advance(0);
      project.clock().awaitTimerBetween(900_000, 900_000);
      project.clock().advance(900_000);
      awaitRetry(alarms, 1);
      assertThat(project.log())
          .anyMatch(line -> line.contains("Error: Alarm exceeded its allowed execution time"));
      project.clock().advance(2_500);
      while (!project.get("/a").equals("[[0,1],false]")) {
        Thread.onSpinWait();
      }
    }
  }

  /** Waits until the one alarm waits for its time, having failed {@code retry} times. */
  private static void awaitRetry(AlarmSchedule alarms, int retry) {
    while (alarms.all().stream().noneMatch(it -> it.retryCount() == retry && !it.running())) {
      Thread.onSpinWait();
    }
  }
}
