package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.control.ControlRefusal;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.time.ManualClock;
import dev.durascope.runtime.time.SteerableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of a project as its user moves it. */
class ProjectTimeTest {
  private static final String MODULE =
      """
      import { DurableObject } from 'cloudflare:workers';
      export class Subject extends DurableObject {
        async fetch(request) {
          const { storage } = this.ctx;
          if (request.url.endsWith('/set')) await storage.setAlarm(Date.now() + 3_600_000);
          return new Response(String(await storage.get('ran')));
        }
        async alarm({ scheduledTime }) {
          await this.ctx.storage.put('ran', scheduledTime === Date.now());
        }
      }
      export default { fetch: (request, env) => env.OBJECTS.getByName('a').fetch(request) };
      """;

  @TempDir private Path directory;

  private static String get(Workspace workspace, String path) throws Exception {
    var request =
        new RequestMessage("GET", "http://localhost" + path, List.of(), Body.NONE, "follow");
    return TestProject.text(workspace.front().fetch(request).get(30, TimeUnit.SECONDS));
  }

  @Test
  void aJumpRunsTheNextAlarmAtItsOwnTime() throws Exception {
    Files.writeString(
        directory.resolve("wrangler.toml"),
        """
        name = "test"
        main = "index.js"
        compatibility_date = "2026-03-01"
        durable_objects.bindings = [{ name = "OBJECTS", class_name = "Subject" }]
        migrations = [{ tag = "v1", new_sqlite_classes = ["Subject"] }]
        """);
    Files.writeString(directory.resolve("index.js"), MODULE);
    var clock = new SteerableClock(new ManualClock(1_800_000_000_000L));
    try (var workspace =
        Workspace.prepare(ProjectOptions.of(directory), List.of(), new Silence(), clock)) {
      workspace.start();
      var time = new ProjectTime(workspace);
      assertThatThrownBy(time::jump)
          .isInstanceOf(ControlRefusal.class)
          .hasMessage("No alarm waits.");
      time.freeze();
      assertThat(get(workspace, "/set")).isEqualTo("undefined");
      assertThat(time.alarms())
          .singleElement()
          .satisfies(
              alarm -> {
                assertThat(alarm.name()).hasValue("a");
                assertThat(alarm.nextRun()).isEqualTo(1_800_003_600_000L);
                assertThat(alarm.running()).isFalse();
              });
      time.jump();
      assertThat(time.clock().millis()).isEqualTo(1_800_003_600_000L);
      assertThat(time.clock().frozen()).isTrue();
      while (!get(workspace, "/").equals("true")) {
        Thread.onSpinWait(); // the handler runs on the object's own thread
      }
      while (!time.alarms().isEmpty()) {
        Thread.onSpinWait();
      }
    }
  }

  private static final class Silence implements ProjectLog {
    @Override
    public void message(Level level, String text) {
      // Nobody reads it.
    }

    @Override
    public void script(Level level, String source, String text) {
      // Nobody reads it.
    }
  }
}
