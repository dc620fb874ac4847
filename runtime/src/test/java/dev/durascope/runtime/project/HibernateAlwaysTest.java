package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.durable.Hibernation;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --hibernate-always} does to objects, and {@code --no-persist} to their storage. */
class HibernateAlwaysTest {
  private static final String INSTANCES =
      """
      constructor(ctx, env) {
        super(ctx, env);
        ctx.storage.put('instances', 1 + (ctx.storage.kv.get('instances') ?? 0));
      }
      """;

  @TempDir private Path directory;

  private TestProject always(String classBody) throws Exception {
    return TestProject.withSubject(
        ProjectOptions.of(directory).withHibernation(Hibernation.ALWAYS), INSTANCES + classBody);
  }

  private static RequestMessage request(String path) {
    return new RequestMessage("GET", "http://localhost" + path, List.of(), Body.NONE, "follow");
  }

  @Test
  void everyEventMeetsANewInstance() throws Exception {
    try (var project =
        always(
            """
            memory = 0;
            fetch() {
              return Response.json([++this.memory, this.ctx.storage.kv.get('instances')]);
            }
            """)) {
      assertThat(project.get("/a")).isEqualTo("[1,1]");
      assertThat(project.get("/a")).isEqualTo("[1,2]");
      assertThat(project.get("/a")).isEqualTo("[1,3]");
    }
  }

  @Test
  void eventsThatOnlyWaitForTheirTurnDoNotShareAnInstance() throws Exception {
    try (var project =
        always(
            """
            fetch() {
              return Response.json(this.ctx.storage.kv.get('instances'));
            }
            """)) {
      var answers = new ArrayList<CompletableFuture<String>>();
      for (var i = 0; i < 5; i++) {
        answers.add(project.project().fetch(request("/a")).thenApply(HibernateAlwaysTest::text));
      }
      var instances = new ArrayList<String>();
      for (var answer : answers) {
        instances.add(answer.get(30, TimeUnit.SECONDS));
      }
      assertThat(instances).containsExactlyInAnyOrder("1", "2", "3", "4", "5");
    }
  }

  private static String text(ResponseMessage response) {
    return new String(((Body.Bytes) response.body()).bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void whatWaitUntilWaitsForIsDoneFirst() throws Exception {
    try (var project =
        always(
            """
            fetch() {
              this.ctx.waitUntil((async () => {
                await this.env.OBJECTS.getByName('other').fetch('http://other/');
                await this.ctx.storage.put('done', true);
              })());
              const done = this.ctx.storage.kv.get('done') ?? false;
              return Response.json(done);
            }
            """)) {
      assertThat(project.get("/a")).isEqualTo("false");
      while (!project.get("/a").equals("true")) {
        Thread.onSpinWait(); // the other object answers on another thread
      }
    }
  }

  @Test
  void aBodyThatIsWrittenAfterTheHandlerIsWhole() throws Exception {
    try (var project =
        always(
            """
            async fetch(request) {
              if (request.url.endsWith('/text')) {
                const answer = await this.env.OBJECTS.getByName('stream').fetch('http://x/');
                return new Response(await answer.text());
              }
              const { readable, writable } = new TransformStream();
              const writer = writable.getWriter();
              (async () => {
                for (let i = 0; i < 40; i++) {
                  await this.env.OBJECTS.getByName('other').peek();
                  await writer.write(new TextEncoder().encode(`${i},`));
                }
                await writer.close();
              })();
              return new Response(readable);
            }
            peek() {}
            """)) {
      assertThat(project.get("/reader/text")).startsWith("0,1,2,").endsWith(",38,39,");
    }
  }

  @Test
  void whatKeepsAnObjectInMemoryIsToldOnce() throws Exception {
    try (var project =
        always(
            """
            memory = 0;
            fetch() {
              if (this.memory === 0) setInterval(() => {}, 100);
              return Response.json(++this.memory);
            }
            """)) {
      assertThat(project.get("/a")).isEqualTo("1");
      project.clock().awaitTimerBetween(1_000, 1_000);
      project.clock().advance(1_000);
      while (told(project) == 0) {
        Thread.onSpinWait(); // the object's thread tells it
      }
      assertThat(project.get("/a")).isEqualTo("2");
      project.clock().advance(1_000);
      project.clock().advance(1_000);
      assertThat(project.get("/a")).isEqualTo("3");
      assertThat(told(project)).isEqualTo(1);
    }
  }

  private static int told(TestProject project) {
    return (int)
        project.log().stream()
            .filter(
                line ->
                    line.equals(
                        "INFO [Subject \"a\"] is to hibernate always, but stays: a timer is"
                            + " waiting"))
            .count();
  }

  @Test
  void withoutPersistenceDataOutlivesASaveAndLeavesNoTrace() throws Exception {
    var options = ProjectOptions.of(directory).withStorage(Optional.of(new ObjectStorage.Memory()));
    var counter =
        """
        fetch() {
          const n = 1 + (this.ctx.storage.kv.get('n') ?? 0);
          this.ctx.storage.kv.put('n', n);
          this.ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS t (n)');
          this.ctx.storage.sql.exec('INSERT INTO t VALUES (?)', n);
          return Response.json([n, this.ctx.storage.sql.exec('SELECT count(*) AS c FROM t').one().c]);
        }
        """;
    try (var project = TestProject.withSubject(options, counter)) {
      assertThat(project.get("/a")).isEqualTo("[1,1]");
      project.save(Files.readString(directory.resolve("index.js")) + "// saved\n");
      assertThat(project.get("/a")).isEqualTo("[2,2]");
      assertThat(directory.resolve(".wrangler/state")).doesNotExist();
      project.restart();
      assertThat(project.get("/a")).isEqualTo("[1,1]");
    }
  }
}
