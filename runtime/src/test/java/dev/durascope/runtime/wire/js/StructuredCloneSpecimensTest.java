package dev.durascope.runtime.wire.js;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.storage.PeerState;
import dev.durascope.runtime.wire.WireJson;
import dev.durascope.runtime.wire.WireValue;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GraalJS's values against the bytes that workerd stored for the same JavaScript. */
class StructuredCloneSpecimensTest {

  @TempDir Path folder;

  @Test
  void plainErrorsAndAllElseAreWrittenAsByWorkerd() {
    writesWhatWorkerdStored(ErrorForm.PLAIN, "sample-Cabinet", id("lobby"));
  }

  @Test
  void enhancedErrorsAreWrittenAsByWorkerd() {
    writesWhatWorkerdStored(
        ErrorForm.ENHANCED, "enhanced-Cabinet", PeerState.recorded().get("enhanced").getAsString());
  }

  @Test
  void whatWorkerdStoredComesBackAsItWas() {
    comesBack(ErrorForm.PLAIN, "sample-Cabinet", id("lobby"));
    comesBack(
        ErrorForm.ENHANCED, "enhanced-Cabinet", PeerState.recorded().get("enhanced").getAsString());
  }

  private static String id(String name) {
    return PeerState.recorded().getAsJsonObject("ids").get(name).getAsString();
  }

  private void writesWhatWorkerdStored(ErrorForm form, String uniqueKey, String objectId) {
    Map<String, byte[]> stored = PeerState.specimens(PeerState.copyTo(folder), uniqueKey, objectId);
    try (var js = new CloneContext(form)) {
      Map<String, String> expected = new LinkedHashMap<>();
      Map<String, String> actual = new LinkedHashMap<>();
      Value specimens = js.specimens();
      for (long i = 0; i < specimens.getArraySize(); i++) {
        Value specimen = specimens.getArrayElement(i);
        String name = specimen.getMember("name").asString();
        byte[] written = js.structuredClone().serialize(specimen.invokeMember("make"));
        byte[] theirs = stored.get(name);
        assertThat(theirs).as(name).isNotNull();
        expected.put(name, HexFormat.of().formatHex(theirs));
        actual.put(name, HexFormat.of().formatHex(written));
      }
      assertThat(actual).hasSameSizeAs(stored);
      SoftAssertions.assertSoftly(
          soft ->
              expected.forEach(
                  (name, hex) -> soft.assertThat(actual.get(name)).as(name).isEqualTo(hex)));
    }
  }

  private void comesBack(ErrorForm form, String uniqueKey, String objectId) {
    Path state = PeerState.copyTo(folder.resolve(uniqueKey));
    try (var js = new CloneContext(form)) {
      SoftAssertions soft = new SoftAssertions();
      PeerState.specimens(state, uniqueKey, objectId)
          .forEach(
              (name, bytes) -> {
                Value value = js.structuredClone().deserialize(bytes);
                WireValue again = js.structuredClone().toTree(value);
                soft.assertThat(WireJson.write(again).toString())
                    .as(name)
                    .isEqualTo(WireJson.write(WireValue.read(bytes)).toString());
              });
      soft.assertAll();
    }
  }
}
