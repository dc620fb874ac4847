package dev.durascope.runtime.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.storage.PeerState;
import dev.durascope.runtime.storage.ScheduledAlarm;
import dev.durascope.runtime.storage.StateFolder;
import dev.durascope.runtime.time.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Alarms that objects have set under {@code wrangler dev}, as it left them on disk, and ours as it
 * finds them. That they run there {@code src/test/peer/alarms.mjs} shows.
 */
@Timeout(60)
class PeerAlarmTest {
  private static final Instant DUE = Instant.parse("2100-01-01T00:00:00Z");

  private static final String CONFIG =
      """
      name = "sample"
      main = "index.js"
      compatibility_date = "2026-03-01"
      [[durable_objects.bindings]]
      name = "CABINET"
      class_name = "Cabinet"
      [[durable_objects.bindings]]
      name = "LEGACY"
      class_name = "LegacyCabinet"
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Cabinet"]
      new_classes = ["LegacyCabinet"]
      """;

  private static final String MODULE =
      """
      import { DurableObject } from "cloudflare:workers";
      class Cabinet extends DurableObject {
        async alarm(info) { await this.ctx.storage.put("rang", [Date.now(), this.ctx.id.name ?? null, info.retryCount]); }
        rang() { return this.ctx.storage.get("rang"); }
        set(at) { return this.ctx.storage.setAlarm(at); }
      }
      class LegacyCabinet extends Cabinet {}
      export { Cabinet, LegacyCabinet };
      export default { fetch() { return new Response("ok"); } };
      """;

  @TempDir Path directory;

  private LocalWorker start(ManualClock clock) throws Exception {
    Files.writeString(directory.resolve("wrangler.toml"), CONFIG);
    Files.writeString(directory.resolve("index.js"), MODULE);
    return LocalWorker.start(
        WorkerOptions.project(directory)
            .persistedTo(directory.resolve("state"))
            .withClock(clock)
            .withPatience(Duration.ofSeconds(30)));
  }

  @Test
  void alarmsThatWereSetUnderWranglerRunHere() throws Exception {
    PeerState.copyTo(directory.resolve("state"));
    var recorded = PeerState.recorded();
    var clock = new ManualClock(DUE.minusSeconds(1).toEpochMilli());
    try (var worker = start(clock)) {
      var named = worker.namespace("CABINET").getByName("lobby");
      var nameless =
          worker
              .namespace("CABINET")
              .get(worker.namespace("CABINET").idFromString(recorded.get("unique").getAsString()));
      var legacy = worker.namespace("LEGACY").getByName("lobby");
      assertThat(named.call("rang")).isNull();
      worker.advance(Duration.ofSeconds(1));
      // A call waits for its turn behind the alarm, which came before it.
      var due = (double) DUE.toEpochMilli();
      assertThat(named.call("rang")).isEqualTo(List.of(due, "lobby", 0));
      assertThat(legacy.call("rang")).isEqualTo(List.of(due, "lobby", 0));
      assertThat((List<?>) nameless.call("rang")).first().isEqualTo(due);
      assertThat(named.storage().alarm()).isEmpty();
    }
    var left = new StateFolder(directory.resolve("state"));
    assertThat(left.ofClass("sample-Cabinet").alarms()).isEmpty();
  }

  @Test
  void ourAlarmsAreWhereWranglerLooksForThem() throws Exception {
    var recorded = PeerState.copyTo(directory.resolve("theirs"));
    try (var worker = start(new ManualClock(DUE.minusSeconds(60).toEpochMilli()))) {
      worker.namespace("CABINET").getByName("lobby").call("set", DUE);
      worker.namespace("LEGACY").getByName("lobby").storage().setAlarm(DUE);
    }
    for (var type : List.of("sample-Cabinet", "sample-LegacyCabinet")) {
      assertThat(new StateFolder(directory.resolve("state")).ofClass(type).alarms())
          .singleElement()
          .isIn(new StateFolder(recorded).ofClass(type).alarms())
          .extracting(ScheduledAlarm::objectName)
          .isEqualTo("lobby");
    }
  }
}
