package dev.durascope.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.durascope.runtime.wire.WireValue.DenseArray;
import dev.durascope.runtime.wire.WireValue.Int;
import dev.durascope.runtime.wire.WireValue.Reference;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no value is refused with a place, and takes neither the stack nor the heap. */
class WireDamageTest {

  /** What a thread gets by default. */
  private static final long SMALL_STACK = 1024 * 1024;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                 | 0 | expected a value, found no bytes at all
          ff0c30             | 1 | expected a version from 13 to 15 of the format, found 12
          ff1030             | 1 | expected a version from 13 to 15 of the format, found 16
          ff                 | 1 | expected a number, found the end of the bytes
          ff0f               | 2 | expected a tag, found the end of the bytes
          ff0f21             | 2 | expected a value, found the byte 21 (!)
          ff0f3030           | 3 | expected the end, found 1 more bytes
          ff0f2205616263     | 3 | a string of length 5, but only 3 bytes are left
          ff0f22ffffffff0f   | 3 | a string of length 4294967295, but only 0 bytes are left
          ff0f6303616263     | 3 | a two-byte string of an odd number of bytes, 3
          ff0f41ffffffff07   | 3 | an array of length 2147483647, but only 0 bytes are left
          ff0f5e00           | 3 | a reference to object 0, but only 0 have begun
          ff0f6f2201615e017b01 | 7 | a reference to object 1, but only 1 have begun
          ff0f6f547b01       | 3 | expected the name of a property, found Bool
          ff0f6f2201615f7b02 | 8 | expected 1 as the number of properties, found 2
          ff0f3b49023a02     | 5 | expected a value, found the byte 3A (:)
          ff0f4e0000         | 3 | expected a double, found the end of the bytes
          ff0f5a2001         | 3 | a bigint of 16 bytes, but only 1 are left
          ff0f4204000000005677000300 | 9 | Int16Array of 3 bytes from 0 does not fit its buffer of 4
          ff0f4204000000005642050000 | 9 | Uint8Array of 0 bytes from 5 does not fit its buffer of 4
          ff0f42005658000000 | 5 | expected the kind of a view, found the byte 58 (X)
          ff0f7e0402000000   | 3 | a resizable ArrayBuffer of length 4 and at most 2, with 3 bytes left
          ff0f522201788008   | 6 | unknown flags of a regular expression, 1024
          ff0f725a2e         | 3 | expected a part of an error, found the byte 5A (Z)
          ff0f5c03           | 3 | a ReadableStream (workerd's kind 3) is stored here, which only workerd can read
          ff0f5c0a63         | 3 | an error of the unknown class 99
          """)
  void isToldWithItsPlace(String hex, int offset, String what) {
    assertThatThrownBy(() -> WireValue.read(HexFormat.of().parseHex(hex)))
        .isInstanceOfSatisfying(WireException.class, e -> assertThat(e.offset()).isEqualTo(offset))
        .hasMessage("damaged value at byte " + offset + ": " + what);
  }

  @Test
  void everyCutValueIsRefused() {
    Vectors.all()
        .forEach(
            (name, bytes) -> {
              for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                Throwable thrown = catchThrowable(() -> WireValue.read(cut));
                // Without its view, a buffer is a value of its own.
                boolean isWholeBuffer =
                    thrown == null && WireValue.read(cut) instanceof WireValue.Buffer;
                assertThat(isWholeBuffer || thrown instanceof WireException)
                    .as("%s cut to %d bytes: %s", name, length, thrown)
                    .isTrue();
              }
            });
  }

  @Test
  void changedBytesNeverDoWorseThanAComplaint() {
    Random random = new Random(20_260_101);
    Vectors.all()
        .forEach(
            (name, bytes) -> {
              for (int round = 0; round < 200; round++) {
                byte[] changed = bytes.clone();
                for (int change = 0; change <= random.nextInt(3); change++) {
                  changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                Throwable thrown = catchThrowable(() -> WireValue.read(changed));
                if (thrown != null) {
                  assertThat(thrown)
                      .as(HexFormat.of().formatHex(changed))
                      .isInstanceOf(WireException.class);
                }
              }
            });
  }

  @Test
  void aSmallStackIsEnoughForTheDeepestValue() throws InterruptedException {
    WireValue deepest = nested(WireLimits.MAX_DEPTH);
    assertThat(onSmallStack(() -> WireValue.read(deepest.toBytes()))).isNull();
  }

  @Test
  void whatIsDeeperIsRefused() throws InterruptedException {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> nested(WireLimits.MAX_DEPTH + 1).toBytes())
        .withMessage("a value nested more than 500 deep");
    byte[] bytes = new byte[5_000_000];
    Arrays.fill(bytes, (byte) ';');
    bytes[0] = (byte) 0xFF;
    bytes[1] = 15;
    assertThat(onSmallStack(() -> WireValue.read(bytes)))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("nested more than 500 deep");
  }

  @Test
  void aTreeWithAReferenceToNothingIsNotWritten() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DenseArray(List.of(new Reference(1)), List.of()).toBytes())
        .withMessage("a reference to object 1, but only 1 have begun");
  }

  @Test
  void valuesOfOlderVersionsAreRead() {
    assertThat(WireValue.read(HexFormat.of().parseHex("4954"))).isEqualTo(new Int(42));
    assertThat(WireValue.read(HexFormat.of().parseHex("ff0d4202010256420002")))
        .as("no flags of views before version 14")
        .isInstanceOf(WireValue.View.class);
    assertThat(WireValue.read(HexFormat.of().parseHex("ff0d5303616263")))
        .isEqualTo(new WireValue.Text("abc"));
    assertThat(WireValue.read(HexFormat.of().parseHex("ff0d55ffffffff0f")))
        .isEqualTo(new WireValue.Real(4294967295.0));
    assertThat(WireValue.read(HexFormat.of().parseHex("ff0d3f003f0030")))
        .isEqualTo(new WireValue.Null());
  }

  private static WireValue nested(int levels) {
    WireValue value = new Int(1);
    for (int level = 0; level < levels; level++) {
      value = new DenseArray(List.of(value), List.of());
    }
    return value;
  }

  private static @Nullable Throwable onSmallStack(Runnable task) throws InterruptedException {
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(null, () -> thrown.set(catchThrowable(task::run)), "small", SMALL_STACK);
    thread.start();
    thread.join();
    return thrown.get();
  }
}
