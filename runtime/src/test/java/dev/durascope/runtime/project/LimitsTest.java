package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to code that runs for ever, or waits for what never comes. */
class LimitsTest {
  private static final String HUNG =
      "The Workers runtime canceled this request because it detected that your Worker's code had"
          + " hung and would never generate a response. Refer to:"
          + " https://developers.cloudflare.com/workers/observability/errors/";

  @TempDir private Path directory;

  private TestProject withLimit(String module) throws Exception {
    return withLimit(10, module);
  }

  private TestProject withLimit(int cpuMillis, String module) throws Exception {
    var project = TestProject.withModule(directory, module);
    var config = directory.resolve("wrangler.toml");
    Files.writeString(
        config, "%s%n[limits]%ncpu_ms = %d%n".formatted(Files.readString(config), cpuMillis));
    project.restart();
    return project;
  }

  @Test
  void anEndlessLoopOfAnObjectResetsIt() throws Exception {
    try (var project =
        withLimit(
            """
            import { DurableObject } from 'cloudflare:workers';
            export class Subject extends DurableObject {
              count = 0;
              async fetch(request) {
                if (request.url.endsWith('/loop')) for (;;) { try { for (;;); } catch {} }
                return new Response(String(++this.count));
              }
            }
            export default { fetch: (request, env) => env.OBJECTS.getByName('a').fetch(request) };
            """)) {
      assertThat(project.get("/a")).isEqualTo("1");
      assertThatThrownBy(() -> project.get("/loop"))
          .hasMessageContaining("Worker exceeded CPU time limit.");
      assertThat(project.get("/a")).isEqualTo("1");
      assertThat(project.log())
          .anyMatch(line -> line.contains("Error: Worker exceeded CPU time limit."));
    }
  }

  @Test
  void anEndlessLoopOfTheWorkerEndsItsIsolate() throws Exception {
    try (var project =
        withLimit(
            """
            export class Subject {}
            let count = 0;
            export default {
              async fetch(request) {
                if (request.url.endsWith('/loop')) { await null; for (;;); }
                return new Response(String(++count));
              },
            };
            """)) {
      assertThat(project.get("/a")).isEqualTo("1");
      assertThatThrownBy(() -> project.get("/loop"))
          .hasMessageContaining("Worker exceeded CPU time limit.");
      assertThat(project.get("/a")).isEqualTo("1");
    }
  }

  @Test
  void anEndlessLoopDoesNotHoldBackWhatWasSentBeforeIt() throws Exception {
    try (var project =
        withLimit(
            2_000,
            """
            import { DurableObject } from 'cloudflare:workers';
            export class Subject extends DurableObject {
              fetch(request) {
                if (request.url.endsWith('/call')) console.log('called');
                return new Response();
              }
            }
            export default {
              fetch(request, env) {
                if (request.url.endsWith('/loop')) for (;;);
                for (let i = 0; i < 1_000_000; i++); // until the next request waits
                return env.OBJECTS.getByName('a').fetch(request);
              },
            };
            """)) {
      project.get("/wake");
      var call = send(project, "/call");
      assertThatThrownBy(() -> project.get("/loop"))
          .hasMessageContaining("Worker exceeded CPU time limit.");
      assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS))
          .hasMessageContaining("Worker exceeded CPU time limit.");
      assertThat(project.log())
          .filteredOn(line -> line.contains("called") || line.contains("CPU time limit"))
          .first()
          .asString()
          .contains("called");
    }
  }

  @Test
  void aRequestThatCanNeverBeAnsweredIsCancelled() throws Exception {
    try (var project =
        TestProject.withModule(
            directory,
            """
            export class Subject {}
            export default {
              async fetch(request) {
                await new Promise(() => {});
              },
            };
            """)) {
      var answer = send(project, "/");
      assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS)).hasMessageContaining(HUNG);
      assertThat(project.log()).anyMatch(line -> line.contains("had hung"));
    }
  }

  @Test
  void aRequestThatWaitsForATimerIsNotHung() throws Exception {
    try (var project =
        TestProject.withModule(
            directory,
            """
            export class Subject {}
            export default {
              async fetch(request) {
                await new Promise((resolve) => setTimeout(resolve, 100_000));
                return new Response('late');
              },
            };
            """)) {
      var answer = send(project, "/");
      passTime(project, answer);
      assertThat(TestProject.text(answer.get(30, TimeUnit.SECONDS))).isEqualTo("late");
    }
  }

  @Test
  void aRequestThatWaitsForAnObjectIsNotHung() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            async fetch() {
              await new Promise((resolve) => setTimeout(resolve, 30_000));
              return new Response('late');
            }
            """)) {
      var answer = send(project, "/a");
      passTime(project, answer);
      assertThat(TestProject.text(answer.get(30, TimeUnit.SECONDS))).isEqualTo("late");
    }
  }

  /** Lets the clock run until the answer is there. */
  private static void passTime(TestProject project, CompletableFuture<ResponseMessage> answer)
      throws InterruptedException {
    while (!answer.isDone()) {
      project.clock().advance(1_000);
      try {
        answer.get(20, TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException e) {
        // the next second, or what the test expects
      }
    }
  }

  private static CompletableFuture<ResponseMessage> send(TestProject project, String path) {
    return project
        .project()
        .fetch(
            new RequestMessage("GET", "http://localhost" + path, List.of(), Body.NONE, "follow"));
  }
}
