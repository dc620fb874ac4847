package dev.durascope.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

  @Test
  void loneSurrogatesKeepTheirNumber() {
    assertThat(Utf8.encode("a\ud800b")).isEqualTo(HexFormat.of().parseHex("61eda08062"));
    assertThat(Utf8.encode("\udfff")).isEqualTo(HexFormat.of().parseHex("edbfbf"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "plain", "é", "日本", "\ud83d\ude00", "\ufffd", "a\ud800b\udc00c\ud83d", "\0"})
  void whatIsEncodedIsDecoded(String text) {
    assertThat(Utf8.decode(Utf8.encode(text))).isEqualTo(text);
  }

  @Test
  void wellFormedTextIsPlainUtf8() {
    String text = "plain é 日本 \ud83d\ude00";
    assertThat(Utf8.encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void damagedBytesBecomeReplacementCharacters() {
    assertThat(Utf8.decode(new byte[] {'a', (byte) 0xFF, 'b'})).isEqualTo("a\ufffdb");
    assertThat(Utf8.decode(new byte[] {'a', (byte) 0xED, (byte) 0xA0})).startsWith("a\ufffd");
  }

  @Test
  void theOrderOfTheBytesIsThatOfTheCodePoints() {
    List<String> ordered =
        List.of(
            "", "a", "a\0", "ab", "b", "é", "\ud7ff", "\ud800", "\ue000", "\uff5e", "\ud83d\ude00");
    assertThat(ordered.stream().map(Utf8::encode)).isSortedAccordingTo(Arrays::compareUnsigned);
  }
}
