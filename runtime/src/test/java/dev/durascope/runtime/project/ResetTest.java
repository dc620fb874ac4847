package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Objects that cannot go on: a critical section that never ends, a file that cannot be written.
 * What they were called for fails, nothing that depends on what was lost leaves, and the next stub
 * reaches a fresh instance.
 */
class ResetTest {
  /** Answers with the error of a call, and what the platform says of it. */
  private static final String CALLER =
      """
      export default {
        async fetch(request, env) {
          const [, name, method, argument] = new URL(request.url).pathname.split('/');
          try {
            return Response.json(await env.OBJECTS.getByName(name)[method](argument));
          } catch ({ message, durableObjectReset, overloaded, remote }) {
            return Response.json({ message, durableObjectReset, overloaded, remote });
          }
        },
      };
      """;

  @TempDir private Path directory;

  private TestProject project(String classBody) throws Exception {
    return TestProject.withModule(
        directory,
        "import { DurableObject } from 'cloudflare:workers';\n"
            + "export class Subject extends DurableObject {\n"
            + classBody
            + "\n}\n"
            + CALLER);
  }

  @Test
  void aCriticalSectionMayTakeHalfAMinute() throws Exception {
    try (var project =
        project(
            """
            memory = 0;
            async block() {
              await this.ctx.storage.put('begun', true);
              await this.ctx.blockConcurrencyWhile(() => new Promise(() => {}));
            }
            async hello() {
              return [++this.memory, await this.ctx.storage.get('begun') ?? null];
            }
            """)) {
      assertThat(project.get("/a/hello")).isEqualTo("[1,null]");
      var blocked = begin(project, "/a/block");
      project.clock().awaitTimerBetween(30_000, 30_000);
      var waiting = begin(project, "/a/hello");
      project.clock().advance(29_999);
      assertThat(blocked.isDone()).isFalse();
      project.clock().advance(1);
      var message =
          "{\"message\":\"A call to blockConcurrencyWhile() in a Durable Object waited for too"
              + " long. The call was canceled and the Durable Object was reset.\","
              + "\"durableObjectReset\":true,\"overloaded\":true}";
      assertThat(await(blocked)).isEqualTo(message);
      assertThat(await(waiting)).isIn(message, "[1,true]");
      assertThat(project.get("/a/hello")).matches("\\[[12],true]");
    }
  }

  @Test
  void anEndedCriticalSectionHasNoLimit() throws Exception {
    try (var project =
        project(
            """
            memory = 0;
            async block() {
              await this.ctx.blockConcurrencyWhile(async () => {});
              await this.ctx.blockConcurrencyWhile(async () => {});
              return ++this.memory;
            }
            """)) {
      assertThat(project.get("/a/block")).isEqualTo("1");
      project.clock().advance(9_999);
      assertThat(project.get("/a/block")).isEqualTo("2");
      project.clock().advance(9_999);
      project.clock().advance(9_999);
      assertThat(project.get("/a/block")).matches("[13]");
    }
  }

  /** SQLite refuses to write a file whose header names a newer format for writing. */
  @Test
  void aWriteThatFailsResetsTheObjectAndNothingLeaves() throws Exception {
    try (var project =
        project(
            """
            memory = 0;
            async write(value) {
              this.memory++;
              await this.ctx.storage.put('k', value);
              this.env.OBJECTS.getByName('other').note(value);
              return value;
            }
            note(value) { return this.ctx.storage.put('noted', value); }
            async read() { return [await this.ctx.storage.get('k'), this.memory]; }
            async noted() { return (await this.ctx.storage.get('noted')) ?? null; }
            """)) {
      assertThat(project.get("/a/write/one")).isEqualTo("\"one\"");
      assertThat(project.get("/other/noted")).isEqualTo("\"one\"");
      project.restart();
      setWriteVersion(file(project, "a"), 3);
      assertThat(project.get("/a/write/two"))
          .contains("attempt to write a readonly database")
          .contains("\"durableObjectReset\":true");
      assertThat(project.get("/other/noted")).isEqualTo("\"one\"");
      assertThat(project.get("/a/read")).isEqualTo("[\"one\",0]");
      assertThat(project.get("/a/write/three")).contains("\"durableObjectReset\":true");
      assertThat(project.log())
          .anyMatch(line -> line.contains("Uncaught in storage") && line.contains("readonly"));
    }
  }

  private static CompletableFuture<ResponseMessage> begin(TestProject project, String path) {
    return project
        .project()
        .fetch(
            new RequestMessage("GET", "http://localhost" + path, List.of(), Body.NONE, "follow"));
  }

  private static String await(CompletableFuture<ResponseMessage> response) throws Exception {
    return TestProject.text(response.get(30, TimeUnit.SECONDS));
  }

  private Path file(TestProject project, String name) {
    var namespace = Objects.requireNonNull(project.project().namespaces().get("Subject"));
    var hex = namespace.ids().fromName(name).hex();
    return directory.resolve(".wrangler/state/v3/do/test-Subject/" + hex + ".sqlite");
  }

  private static void setWriteVersion(Path file, int version) throws Exception {
    assertThat(Files.exists(file)).isTrue();
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(18);
      bytes.write(version);
    }
  }
}
