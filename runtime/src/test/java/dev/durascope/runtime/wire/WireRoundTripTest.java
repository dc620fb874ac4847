package dev.durascope.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/** Random trees come back as they went, as bytes and as JSON text. */
class WireRoundTripTest {

  private static final int TREES = 3_000;
  private static final int DEPTH = 4;

  @Test
  void throughBytes() {
    for (int seed = 0; seed < TREES; seed++) {
      WireValue tree = new RandomTrees(seed).tree(DEPTH);
      byte[] bytes = tree.toBytes();
      assertThat(WireValue.read(bytes)).as("seed %d", seed).isEqualTo(tree);
      assertThat(WireValue.read(bytes).toBytes()).as("seed %d", seed).isEqualTo(bytes);
    }
  }

  @Test
  void throughJson() {
    for (int seed = 0; seed < TREES; seed++) {
      WireValue tree = new RandomTrees(seed).tree(DEPTH);
      String json = WireJson.write(tree).toString();
      assertThat(WireJson.read(JsonParser.parseString(json))).as("seed %d", seed).isEqualTo(tree);
    }
  }

  @Test
  void previewsNeverExceedTheirLength() {
    for (int seed = 0; seed < TREES; seed++) {
      WireValue tree = new RandomTrees(seed).tree(DEPTH);
      String whole = WirePreview.of(tree, 10_000);
      assertThat(WirePreview.of(tree, 20)).as("seed %d", seed).hasSizeLessThanOrEqualTo(20);
      if (whole.length() <= 20) {
        assertThat(WirePreview.of(tree, 20)).isEqualTo(whole);
      }
    }
  }
}
