package dev.durascope.runtime.binding.r2;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.time.ManualClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bucket on disk. */
class R2BucketTest {
  @TempDir private Path state;

  private R2Bucket open() {
    return R2Bucket.open(state, "my-bucket", new ManualClock(1_800_000_000_000L));
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static void put(R2Bucket bucket, String key, String value) {
    var options = new JsonObject();
    options.addProperty("object", key);
    var body = new Body.Bytes(value.getBytes(StandardCharsets.UTF_8));
    bucket.put(options, bucket.arrive(options, body));
  }

  @Test
  void filesAreWhereWranglerLooksForThem() {
    try (var bucket = open()) {
      put(bucket, "k", "v");
    }
    // The name is the one that wrangler 4.164 gives to a bucket of this name.
    assertThat(
            state.resolve(
                "v3/r2/miniflare-R2BucketObject/"
                    + "fec9bf90462227cae0d8c2e4a1e8e8dd42ecf9f10ff15615fe473049dba5a24c.sqlite"))
        .exists();
    try (var bucket = open()) {
      assertThat(bucket.head(json("{\"object\":\"k\"}"))).contains("\"uploaded\":1800000000000");
    }
  }

  @Test
  void nothingIsLeftOfWhatIsReplacedOrDeleted() throws Exception {
    try (var bucket = open()) {
      put(bucket, "k", "one");
      put(bucket, "k", "two");
      assertThat(blobs()).isEqualTo(1);
      bucket.delete(json("{\"objects\":[\"k\"]}"));
      assertThat(blobs()).isZero();
    }
  }

  private long blobs() throws Exception {
    try (var files = Files.list(state.resolve("v3/r2/my-bucket/blobs"))) {
      return files.count();
    }
  }
}
