package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs at addresses of the runtime's own. */
class LocalRoutesTest {
  private static final String MODULE =
      """
      import { DurableObject } from 'cloudflare:workers';
      export class Subject extends DurableObject {}
      let seen = 'nothing';
      export default {
        fetch: () => new Response(seen),
        async scheduled(controller, env, ctx) {
          if (controller.cron === 'bad') throw new Error('no good');
          if (controller.cron === 'once') controller.noRetry();
          seen = `${controller.constructor.name} ${controller.cron} ${controller.scheduledTime} `
            + `${env.GREETING} ${typeof ctx.waitUntil}`;
        },
      };
      """;

  @TempDir private Path directory;

  @Test
  void aScheduleIsRunByItsAddress() throws Exception {
    try (var project = TestProject.withModule(directory, MODULE)) {
      var path = "/cdn-cgi/handler/scheduled";
      assertThat(project.get(path + "?cron=*+*+*+*+*&time=1700000000000")).isEqualTo("ok");
      assertThat(project.get("/"))
          .isEqualTo("ScheduledController * * * * * 1700000000000 hello function");
      assertThat(project.get("/cdn-cgi/local/scheduled")).isEqualTo("ok");
      assertThat(project.get("/"))
          .isEqualTo("ScheduledController  " + project.clock().millis() + " hello function");
      assertThat(project.get(path + "?cron=once&format=json"))
          .isEqualTo("{\"outcome\":\"ok\",\"noRetry\":true}");
    }
  }

  @Test
  void aScheduleThatFailsSaysSo() throws Exception {
    try (var project = TestProject.withModule(directory, MODULE)) {
      var response = project.send("/cdn-cgi/handler/scheduled?cron=bad");
      assertThat(response.status()).isEqualTo(500);
      assertThat(TestProject.text(response)).isEqualTo("exception");
      assertThat(project.log()).anyMatch(line -> line.contains("no good"));
      assertThat(project.send("/cdn-cgi/handler/scheduled?time=soon").status()).isEqualTo(400);
    }
  }

  @Test
  void theTestPageIsThereWhenItIsAskedFor() throws Exception {
    try (var project = TestProject.withModule(directory, MODULE)) {
      assertThat(project.get("/__scheduled?cron=x")).isEqualTo("nothing");
    }
    var options = ProjectOptions.of(directory).withTestScheduled(true);
    try (var project = TestProject.withModule(options, MODULE, "")) {
      assertThat(project.get("/__scheduled?cron=*+*+*+*+*")).isEqualTo("Ran scheduled event");
      assertThat(project.get("/")).startsWith("ScheduledController * * * * * ");
      assertThatThrownBy(() -> project.get("/__scheduled?cron=bad"))
          .hasMessageContaining("no good");
    }
  }

  @Test
  void whatIsNotThereIsNamed() throws Exception {
    try (var project = TestProject.withModule(directory, MODULE)) {
      assertThat(project.get("/cdn-cgi/other")).isEqualTo("nothing");
    }
  }
}
