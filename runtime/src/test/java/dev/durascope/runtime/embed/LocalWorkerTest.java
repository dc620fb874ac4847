package dev.durascope.runtime.embed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.durascope.runtime.storage.SqlException;
import dev.durascope.runtime.time.ManualClock;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LocalWorkerTest {
  private static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");

  private static final String SCRIPT =
      """
      import { DurableObject, RpcTarget } from 'cloudflare:workers';
      export class Subject extends DurableObject {
        constructor(ctx, env) {
          super(ctx, env);
          ctx.storage.kv.put('constructed', (ctx.storage.kv.get('constructed') ?? 0) + 1);
        }
        async fetch(request) {
          return new Response(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`, {
            status: 201,
            headers: { 'x-name': this.ctx.id.name ?? 'none' },
          });
        }
        echo(value) { return value; }
        kind(value) { return Object.prototype.toString.call(value); }
        stored(key) { return this.ctx.storage.get(key); }
        fails() { throw new RangeError('too far'); }
        give() { return new Subject.Target(); }
        greeting() { return this.env.GREETING; }
        async slow() { await scheduler.wait(5_000); return 'waited'; }
        async transact() {
          await this.ctx.storage.transaction(async (transaction) => {
            await transaction.put('half', 1);
            await scheduler.wait(1_000);
            await transaction.put('half', 2);
          });
        }
        setAlarm(at) { return this.ctx.storage.setAlarm(at); }
        alarm() {
          if (this.ctx.storage.kv.get('broken')) throw new Error('broken');
          this.ctx.storage.kv.put('rang', Date.now());
        }
        static Target = class extends RpcTarget {};
      }
      export class Old extends DurableObject {
        sql() { return this.ctx.storage.sql; }
      }
      export default {
        async fetch(request, env) {
          console.log('asked for', request.url, request.headers.get('host'));
          return env.SUBJECTS.getByName('one').fetch(request);
        },
      };
      """;

  private final ManualClock clock = new ManualClock(NOW.toEpochMilli());
  private final List<String> log = new CopyOnWriteArrayList<>();

  @AutoClose
  private final LocalWorker worker =
      LocalWorker.start(
          WorkerOptions.script(SCRIPT)
              .withObject("SUBJECTS", "Subject")
              .withKeyValueObject("OLD", "Old")
              .withVar("GREETING", "hello")
              .withClock(clock)
              .withLog(log::add));

  private final DurableObjectNamespace namespace = worker.namespace("SUBJECTS");
  private final DurableObjectStub one = namespace.getByName("one");

  @Test
  void aRequestSaysWhereItComesFrom() {
    var script = "export default { fetch: ({ cf }) => Response.json([cf.country, cf.colo]) };";
    var request = WorkerRequest.get("http://shop.test/");
    try (var local = LocalWorker.start(WorkerOptions.script(script))) {
      assertThat(local.fetch(request).text()).isEqualTo("[\"US\",\"DFW\"]");
      assertThat(local.fetch(request.withCf("{\"country\": \"PT\"}")).text())
          .isEqualTo("[\"PT\",null]");
    }
    for (var broken : List.of("", "[]", "{\"country\": ")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> request.withCf(broken))
          .withMessage("cf has to be a JSON object: " + broken);
    }
  }

  @Test
  void aRequestReachesTheWorkerAndAnObject() {
    var response =
        worker.fetch(WorkerRequest.post("http://shop.test/cart?x=1", "body").withMethod("PUT"));
    assertThat(response.text()).isEqualTo("PUT /cart body");
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.header("X-Name")).contains("one");
    assertThat(log)
        .anyMatch(line -> line.contains("asked for http://shop.test/cart?x=1 shop.test"));
    assertThat(one.fetch("http://any/direct").text()).isEqualTo("GET /direct ");
  }

  @Test
  void valuesPassBothWays() {
    var values =
        Arrays.asList(
            null,
            true,
            "text \ud83d\ude00",
            1,
            -0.0,
            1e300,
            3_000_000_000.0,
            BigInteger.TWO.pow(80),
            NOW,
            List.of(1, List.of("nested")),
            Map.of("key", Map.of("1", "index")),
            Set.of("member"));
    assertThat(one.call("echo", values)).isEqualTo(values);
    assertThat(one.call("echo", (Object) new byte[] {1, 2, (byte) 255}))
        .isEqualTo(new byte[] {1, 2, (byte) 255});
    assertThat(one.call("kind", (Object) new byte[1])).isEqualTo("[object Uint8Array]");
    assertThat(one.call("kind", NOW)).isEqualTo("[object Date]");
    assertThat(one.call("kind", Set.of())).isEqualTo("[object Set]");
    assertThat(one.call("echo")).isNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.call("echo", Long.MAX_VALUE))
        .withMessageContaining("BigInteger");
  }

  @Test
  void sharedAndCyclicReferencesStay() {
    var shared = new ArrayList<Object>();
    shared.add(shared);
    var back = (List<?>) requireNonNull(one.call("echo", shared));
    assertThat(back).hasSize(1);
    assertThat(back.getFirst()).isSameAs(back);
    var twice = (List<?>) requireNonNull(one.call("echo", List.of(NOW, shared, shared)));
    assertThat(twice.get(1)).isSameAs(twice.get(2));
  }

  @Test
  void whatTheCodeThrowsIsThrown() {
    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(() -> one.call("fails"))
        .satisfies(
            failure -> {
              assertThat(failure.scriptName()).contains("RangeError");
              assertThat(failure.scriptMessage()).contains("too far");
              assertThat(failure).hasMessageContaining("index.js:16");
            });
    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(() -> one.call("missing"))
        .withMessageContaining("missing");
    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(() -> one.call("give"))
        .withMessageContaining("a stub");
  }

  @Test
  void storageIsWrittenBeforeTheObjectLives() {
    var storage = worker.storage(namespace.idFromName("one"));
    storage.put("given", Map.of("from", "outside"));
    assertThat(one.isInMemory()).isFalse();
    assertThat(storage.get("constructed")).isNull();
    assertThat(one.call("stored", "given")).isEqualTo(Map.of("from", "outside"));
    assertThat(storage.list()).containsOnlyKeys("constructed", "given");
    storage.put("given", 2);
    assertThat(one.call("stored", "given")).isEqualTo(2);
    assertThat(storage.list("con")).isEqualTo(Map.of("constructed", 1));
    assertThat(storage.delete("given")).isTrue();
    assertThat(storage.delete("given")).isFalse();
    assertThat(one.call("stored", "given")).isNull();
  }

  @Test
  void sqlRunsFromOutside() {
    var storage = one.storage();
    storage.sql("CREATE TABLE t(a INTEGER, b TEXT); INSERT INTO t VALUES (1, 'x'), (2, NULL)");
    assertThat(storage.sql("SELECT a, b FROM t WHERE a > ? ORDER BY a", 1))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("a", 2.0).containsEntry("b", null);
              assertThat(row.keySet()).containsExactly("a", "b");
            });
    assertThatExceptionOfType(SqlException.class)
        .isThrownBy(() -> storage.sql("SELECT * FROM u"))
        .withMessage("no such table: u: SQLITE_ERROR");
    assertThat(one.isInMemory()).isFalse();
  }

  @Test
  void aVisitorWaitsForAnOpenTransaction() throws Exception {
    var transaction = one.callAsync("transact");
    clock.awaitTimerBetween(1_000, 1_000);
    var seen = CompletableFuture.supplyAsync(() -> one.storage().get("half"));
    clock.advance(1_000);
    assertThat(transaction.get().value()).isNull();
    assertThat(seen.get()).isEqualTo(2);
  }

  @Test
  void timeMovesOnlyOnRequest() throws Exception {
    var slow = one.callAsync("slow");
    clock.awaitTimerBetween(5_000, 5_000);
    assertThat(slow).isNotDone();
    worker.advance(Duration.ofSeconds(5));
    assertThat(slow.get().value()).isEqualTo("waited");
  }

  @Test
  void anAlarmIsReadSetAndDeleted() {
    one.call("setAlarm", NOW.plusSeconds(60));
    assertThat(one.storage().alarm()).contains(NOW.plusSeconds(60));
    one.storage().deleteAlarm();
    assertThat(one.storage().alarm()).isEmpty();
    var other = namespace.get(namespace.newUniqueId());
    other.storage().setAlarm(NOW.plusSeconds(30));
    assertThat(other.isInMemory()).isFalse();
  }

  @Test
  void anAlarmIsRunBeforeItsTime() {
    assertThat(one.runAlarm()).isFalse();
    one.storage().setAlarm(NOW.plusSeconds(60));
    assertThat(one.runAlarm()).isTrue();
    assertThat(one.storage().get("rang")).isEqualTo((double) NOW.toEpochMilli());
    assertThat(one.storage().alarm()).isEmpty();
    one.storage().put("broken", true);
    one.storage().setAlarm(NOW.plusSeconds(60));
    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(one::runAlarm)
        .withMessage("The alarm's handler has failed, which the log tells of. It comes again.");
    assertThat(one.storage().alarm()).contains(NOW.plusSeconds(60));
  }

  @Test
  void anObjectIsEvictedAndHibernates() {
    one.call("echo", 1);
    assertThat(one.isInMemory()).isTrue();
    assertThat(one.hibernate()).isEmpty();
    assertThat(one.isInMemory()).isFalse();
    one.call("echo", 1);
    one.evict();
    assertThat(one.call("stored", "constructed")).isEqualTo(3);
  }

  @Test
  void idsAreThoseOfTheNamespace() {
    var id = namespace.idFromName("one");
    assertThat(namespace.idFromString(id.hex())).isEqualTo(id);
    assertThat(worker.namespace("OLD").idFromName("one")).isNotEqualTo(id);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> worker.namespace("OLD").get(id))
        .withMessage("Durable Object ID is not valid for this namespace.");
    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(() -> worker.namespace("NONE"))
        .withMessageContaining("NONE");
  }

  @Test
  void whatIsStoredOutlivesTheWorkerInAFolder(@TempDir Path folder) {
    var options =
        WorkerOptions.script(SCRIPT).withObject("SUBJECTS", "Subject").persistedTo(folder);
    try (var first = LocalWorker.start(options)) {
      first.namespace("SUBJECTS").getByName("kept").storage().put("key", "value");
    }
    try (var second = LocalWorker.start(options)) {
      assertThat(second.namespace("SUBJECTS").getByName("kept").call("stored", "key"))
          .isEqualTo("value");
    }
  }

  @Test
  void codeThatCannotStartSaysWhy() {
    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(() -> LocalWorker.start(WorkerOptions.script("export default {")))
        .withMessageContaining("index.js");
    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(() -> LocalWorker.start(WorkerOptions.script("throw new Error('no')")))
        .withMessageContaining("no");
  }
}
