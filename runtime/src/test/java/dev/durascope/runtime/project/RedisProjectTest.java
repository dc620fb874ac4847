package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.ObjectListener;
import dev.durascope.runtime.storage.redis.RedisPeer;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose objects keep their data in a Redis server. */
class RedisProjectTest {
  private static final String CONFIG =
      """
      name = "test"
      main = "index.js"
      compatibility_date = "2026-03-01"
      [[durable_objects.bindings]]
      name = "OBJECTS"
      class_name = "Subject"
      [[migrations]]
      tag = "v1"
      new_classes = ["Subject"]
      [miniflare]
      durable_objects_persist = "%s"
      """;

  private static final String SUBJECT =
      """
      import { DurableObject } from 'cloudflare:workers';
      export class Subject extends DurableObject {
        async fetch(request) {
          if (request.url.endsWith('/write')) {
            this.ctx.storage.put('n', 100);
            return new Response('written');
          }
          if (request.url.endsWith('/alarm')) await this.ctx.storage.setAlarm(1_800_000_060_000);
          const n = ((await this.ctx.storage.get('n')) ?? 0) + 1;
          this.ctx.storage.put('n', n);
          this.memory = (this.memory ?? 0) + 1;
          return Response.json([n, this.memory, (await this.ctx.storage.get('rung')) ?? 0]);
        }
        async alarm() {
          await this.ctx.storage.put('rung', 1);
        }
      }
      export default {
        fetch(request, env) {
          return env.OBJECTS.getByName('x').fetch(request);
        },
      };
      """;

  @TempDir private Path directory;

  private TestProject project(String place) throws Exception {
    return TestProject.withFiles(directory, SUBJECT, CONFIG.formatted(place));
  }

  @Test
  void dataAndAlarmsOutliveTheProcess() throws Exception {
    try (var peer = RedisPeer.start(directory.resolve("redis"));
        var project = project(peer.address("/2").toString())) {
      assertThat(project.get("/")).isEqualTo("[1,1,0]");
      assertThat(project.get("/alarm")).isEqualTo("[2,2,0]");
      project.restart();
      var stored = new CountDownLatch(1);
      project
          .project()
          .changes()
          .add(
              new ObjectListener() {
                @Override
                public void changed(DurableObject object) {}

                @Override
                public void stored(DurableObject object) {
                  stored.countDown();
                }
              });
      project.clock().advance(60_000);
      assertThat(stored.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(project.get("/")).isEqualTo("[3,1,1]");
      assertThat(directory.resolve(".wrangler/state")).doesNotExist();
    }
  }

  @Test
  void anObjectIsResetWhenTheServerIsLostAndLivesOnWhenItIsBack() throws Exception {
    try (var peer = RedisPeer.start(directory.resolve("redis"));
        var project = project(peer.address().toString())) {
      assertThat(project.get("/")).isEqualTo("[1,1,0]");
      assertThat(project.get("/")).isEqualTo("[2,2,0]");
      peer.stop();
      assertThatThrownBy(() -> project.get("/write"))
          .hasMessageContaining(
              "Internal error in Durable Object storage write caused object to be reset.");
      assertThat(project.log())
          .anyMatch(line -> line.contains(peer.address() + ": could not commit: "));
      assertThatThrownBy(() -> project.get("/"))
          .hasMessageContaining(peer.address() + ": could not read a key: ");
      peer.startAgain();
      assertThat(project.get("/")).isEqualTo("[3,1,0]");
    }
  }

  @Test
  void aClassWithSqlIsRefused() throws Exception {
    try (var peer = RedisPeer.start(directory.resolve("redis"))) {
      var config = CONFIG.formatted(peer.address()).replace("new_classes", "new_sqlite_classes");
      assertThatThrownBy(() -> TestProject.withFiles(directory, SUBJECT, config))
          .isInstanceOf(ProjectException.class)
          .hasMessage(
              "The objects of Subject keep their data in SQLite (new_sqlite_classes), which a Redis"
                  + " server cannot hold. Declare classes for Redis by new_classes, or choose"
                  + " another storage.");
    }
  }

  @Test
  void aServerThatIsNotThereIsSaidAtTheStart() throws Exception {
    var peer = RedisPeer.start(directory.resolve("redis"));
    peer.close();
    assertThatThrownBy(() -> project(peer.address().toString()))
        .isInstanceOf(ProjectException.class)
        .hasMessageStartingWith(
            "The objects' storage cannot be opened. " + peer.address() + ": could not connect")
        .hasMessageEndingWith(
            "Check that the server runs and that its address is right, then try again.");
  }
}
