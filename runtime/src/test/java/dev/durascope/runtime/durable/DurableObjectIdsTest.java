package dev.durascope.runtime.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Ids against those that workerd itself made; {@code src/test/peer/record.mjs} recorded them. */
class DurableObjectIdsTest {

  private final JsonObject recorded = recorded();
  private final DurableObjectIds cabinet =
      new DurableObjectIds("sample-Cabinet", RandomGenerator.of("L64X128MixRandom"));
  private final DurableObjectIds legacy =
      new DurableObjectIds("sample-LegacyCabinet", new SecureRandom());

  @Test
  void idsFromNamesAreThoseOfWorkerd() {
    JsonObject ids = recorded.getAsJsonObject("ids");
    assertThat(ids.size()).isGreaterThan(5);
    for (var entry : ids.entrySet()) {
      DurableObjectId id = cabinet.fromName(entry.getKey());
      assertThat(id).hasToString(entry.getValue().getAsString());
      assertThat(id.name()).isEqualTo(entry.getKey());
    }
    assertThat(legacy.fromName("lobby")).hasToString(recorded.get("legacy").getAsString());
  }

  @Test
  void uniqueIdsDifferAndAreValid() {
    DurableObjectId first = cabinet.unique();
    assertThat(cabinet.unique()).isNotEqualTo(first);
    assertThat(first.name()).isNull();
    assertThat(cabinet.fromString(first.toString())).isEqualTo(first);
  }

  @Test
  void textIsReadInEitherCaseAndComesOutLower() {
    String unique = recorded.get("unique").getAsString();
    assertThat(cabinet.fromString(unique.toUpperCase(java.util.Locale.ROOT)))
        .hasToString(recorded.get("upper").getAsString());
  }

  @Test
  void refusalsHaveTheMessagesOfWorkerd() {
    JsonObject errors = recorded.getAsJsonObject("errors");
    String unique = recorded.get("unique").getAsString();
    refuses(cabinet, "abc", errors.get("short"));
    refuses(cabinet, "g".repeat(64), errors.get("notHex"));
    refuses(cabinet, "é".repeat(64), errors.get("notHex"));
    refuses(legacy, unique, errors.get("foreign"));
  }

  @Test
  void equalityIgnoresTheName() {
    DurableObjectId named = cabinet.fromName("lobby");
    DurableObjectId nameless = cabinet.fromString(named.toString());
    assertThat(nameless).isEqualTo(named).hasSameHashCodeAs(named);
    assertThat(nameless.name()).isNull();
    assertThat(nameless.named("lobby").name()).isEqualTo("lobby");
  }

  private static void refuses(DurableObjectIds ids, String text, JsonElement recordedMessage) {
    assertThatThrownBy(() -> ids.fromString(text))
        .isInstanceOf(IllegalArgumentException.class)
        .extracting(e -> "TypeError: " + e.getMessage())
        .isEqualTo(recordedMessage.getAsString());
  }

  private static JsonObject recorded() {
    try (var stream =
        Objects.requireNonNull(
            DurableObjectIdsTest.class.getResourceAsStream(
                "/dev/durascope/runtime/storage/peer/recorded.json"))) {
      return JsonParser.parseReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .getAsJsonObject();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
