package dev.durascope.runtime.storage.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.storage.StorageException;
import dev.durascope.runtime.storage.StorageException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are not there, go away, or say no: what is lost and what is said. */
class RedisFailureTest {
  private static final String ID = "0123456789abcdef".repeat(4);
  private static final byte[] VALUE = "value".getBytes(UTF_8);

  @TempDir private Path folder;

  private static void fails(ThrowingCallable action, Kind kind, String... parts) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContainingAll(parts)
        .hasMessageEndingWith(kind.remedy());
  }

  @Test
  void aServerThatIsNotThere() throws Exception {
    RedisAddress nobody;
    try (var peer = RedisPeer.start(folder)) {
      nobody = peer.address();
    }
    fails(
        () -> RedisStorage.connect(nobody),
        Kind.DISCONNECTED,
        nobody.toString(),
        "could not connect");
  }

  @Test
  void aServerThatGoesAwayTakesWhatIsPendingAndNothingElse() throws Exception {
    try (var peer = RedisPeer.start(folder);
        var storage = RedisStorage.connect(peer.address());
        var namespace = storage.namespace("test-Subject")) {
      try (var store = namespace.open(ID, null)) {
        store.put("kept", VALUE);
        store.commit();
        store.put("lost", VALUE);
        store.setAlarm(1_000);
        peer.stop();
        fails(store::commit, Kind.DISCONNECTED, "could not commit");
        assertThat(store.hasPendingWrites()).isFalse();
        fails(() -> store.get("kept"), Kind.DISCONNECTED, "could not read a key");
      }
      peer.startAgain();
      try (var store = namespace.open(ID, null)) {
        assertThat(store.get("kept")).hasValue(VALUE);
        assertThat(store.get("lost")).isEmpty();
        assertThat(namespace.alarms().all()).isEmpty();
        store.put("later", VALUE);
        store.commit();
      }
    }
  }

  @Test
  void aReadOutlivesAServerThatWasStartedAnew() throws Exception {
    try (var peer = RedisPeer.start(folder);
        var storage = RedisStorage.connect(peer.address());
        var namespace = storage.namespace("test-Subject");
        var store = namespace.open(ID, null)) {
      store.put("kept", VALUE);
      store.commit();
      peer.stop();
      peer.startAgain();
      assertThat(store.get("kept")).hasValue(VALUE);
    }
  }

  @Test
  void aPasswordIsNeeded() throws Exception {
    try (var peer = RedisPeer.start(folder, "--requirepass", "secret word")) {
      fails(() -> RedisStorage.connect(peer.address()), Kind.REFUSED, "NOAUTH");
      var wrong = RedisAddress.parse("redis://:wrong@127.0.0.1:" + peer.port());
      fails(() -> RedisStorage.connect(wrong), Kind.REFUSED, "WRONGPASS");
      var right = RedisAddress.parse("redis://:secret%20word@127.0.0.1:" + peer.port());
      RedisStorage.connect(right).close();
    }
  }

  @Test
  void databasesAreApart() throws Exception {
    try (var peer = RedisPeer.start(folder);
        var zero = RedisStorage.connect(peer.address());
        var three = RedisStorage.connect(peer.address("/3"))) {
      try (var store = zero.namespace("test-Subject").open(ID, null)) {
        store.put("key", VALUE);
        store.commit();
      }
      assertThat(zero.namespace("test-Subject").inspector().read(ID, "key")).hasValue(VALUE);
      assertThat(three.namespace("test-Subject").inspector().read(ID, "key")).isEmpty();
      fails(() -> RedisStorage.connect(peer.address("/99")), Kind.REFUSED, "out of range");
    }
  }

  @Test
  void aFullServerRefusesTheWholeCommit() throws IOException, InterruptedException {
    try (var peer = RedisPeer.start(folder, "--maxmemory", "3mb");
        var storage = RedisStorage.connect(peer.address());
        var namespace = storage.namespace("test-Subject");
        var store = namespace.open(ID, null)) {
      store.put("small", VALUE);
      store.commit();
      store.put("small", new byte[1]);
      store.put("large", new byte[4 * 1024 * 1024]);
      fails(store::commit, Kind.REFUSED, "OOM");
      assertThat(store.get("small")).hasValue(VALUE);
      assertThat(store.get("large")).isEmpty();
    }
  }
}
