package dev.durascope.runtime.binding.kv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.time.ManualClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A KV namespace across time and on disk. */
class KvNamespaceTest {
  private static final long NOW = 1_800_000_000_000L;

  @TempDir private Path state;
  private final ManualClock clock = new ManualClock(NOW);

  private KvNamespace open() {
    return KvNamespace.open(state, "my-kv", clock);
  }

  private static void put(
      KvNamespace namespace, String key, String value, @Nullable String expirationTtl) {
    var body = new Body.Bytes(value.getBytes(StandardCharsets.UTF_8));
    namespace.put(
        key, namespace.arrive(body, new KvNamespace.PutOptions(null, expirationTtl, "{\"m\":1}")));
  }

  private static @Nullable Object get(KvNamespace namespace, String key) {
    return namespace.get(key, KvNamespace.Form.TEXT, null)[0];
  }

  @Test
  void aKeyExpiresByTheClock() throws Exception {
    try (var namespace = open()) {
      put(namespace, "soon", "x", "60");
      put(namespace, "late", "y", "120");
      clock.advance(60_000);
      assertThat(get(namespace, "soon")).isNull();
      assertThat(get(namespace, "late")).isEqualTo("y");
      clock.advance(60_001);
      assertThat(namespace.list(null, null, null)).contains("\"keys\":[]");
      assertThat(blobs()).isEmpty();
    }
  }

  @Test
  void whatIsStoredIsThereAfterARestart() {
    try (var namespace = open()) {
      put(namespace, "k", "v", null);
    }
    try (var namespace = open()) {
      assertThat(get(namespace, "k")).isEqualTo("v");
    }
  }

  @Test
  void filesAreWhereWranglerLooksForThem() throws Exception {
    try (var namespace = open()) {
      put(namespace, "k", "v", null);
    }
    // The name is the one that wrangler 4.164 gives to a namespace with this id.
    var file =
        state.resolve(
            "v3/kv/miniflare-KVNamespaceObject/"
                + "69f6d4a9ec532a856641972c5662a95320142258433d95c9460c443367c00540.sqlite");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var rows = connection.createStatement().executeQuery("SELECT * FROM _mf_entries")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("key")).isEqualTo("k");
      assertThat(rows.getString("metadata")).isEqualTo("{\"m\":1}");
      assertThat(blobs()).containsExactly(rows.getString("blob_id"));
    }
  }

  @Test
  void aValueThatIsReplacedLeavesNothingBehind() throws Exception {
    try (var namespace = open()) {
      put(namespace, "k", "one", null);
      put(namespace, "k", "two", null);
      assertThat(blobs()).hasSize(1);
      namespace.delete("k");
      assertThat(blobs()).isEmpty();
    }
  }

  private List<String> blobs() throws Exception {
    try (var files = Files.list(state.resolve("v3/kv/my-kv/blobs"))) {
      return new ArrayList<>(files.map(file -> String.valueOf(file.getFileName())).toList());
    }
  }
}
