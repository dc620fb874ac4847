package dev.durascope.runtime.bundle.esbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacketTest {
  private static final WireValue.Dict EVERYTHING =
      WireValue.Dict.empty()
          .with("null", new WireValue.Null())
          .with("yes", true)
          .with("no", false)
          .with("int", -2)
          .with("text", "añ😀")
          .with("list", WireValue.Array.ofTexts(List.of("a", "")))
          .with("map", WireValue.Dict.empty().with("k", 1));

  @Test
  void aPacketIsWrittenByteByByte() {
    var bytes = new Packet(3, true, WireValue.Dict.empty().with("ok", true)).encode();
    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo("11000000" + "07000000" + "0601000000" + "020000006f6b" + "0101");
  }

  @Test
  void everyKindOfValueComesBackAsItWas() {
    var bytes = new Packet(77, false, EVERYTHING).encode();
    assertThat(Packet.decode(Arrays.copyOfRange(bytes, 4, bytes.length)))
        .isEqualTo(new Packet(77, false, EVERYTHING));
  }

  @Test
  void bytesComeBackAsTheyWere() {
    var bytes =
        new Packet(
                1, false, WireValue.Dict.empty().with("b", new WireValue.Bytes(new byte[] {0, -1})))
            .encode();
    assertThat(Packet.decode(Arrays.copyOfRange(bytes, 4, bytes.length)).body().bytes("b"))
        .containsExactly(0, -1);
  }

  @Test
  void aPacketCutOffAnywhereIsRefused() {
    var bytes = new Packet(77, false, EVERYTHING).encode();
    for (var end = 4; end < bytes.length; end++) {
      var cut = Arrays.copyOfRange(bytes, 4, end);
      assertThatThrownBy(() -> Packet.decode(cut)).isInstanceOf(ProtocolException.class);
    }
    var longer = Arrays.copyOfRange(bytes, 4, bytes.length + 1);
    assertThatThrownBy(() -> Packet.decode(longer)).hasMessageContaining("1 bytes after the end");
  }

  @Test
  void aFieldOfAnotherTypeIsRefusedByName() {
    assertThatThrownBy(() -> EVERYTHING.text("int"))
        .isInstanceOf(ProtocolException.class)
        .hasMessage("esbuild: expected Text under \"int\", found Int");
    assertThat(EVERYTHING.text("absent")).isEmpty();
    assertThat(EVERYTHING.integer("null", 5)).isEqualTo(5);
  }
}
