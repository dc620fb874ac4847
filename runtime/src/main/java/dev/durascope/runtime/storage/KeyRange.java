package dev.durascope.runtime.storage;

import dev.durascope.runtime.text.Utf8;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys from {@code begin} up to but without {@code end}, as UTF-8 bytes: what all bounds of
 * {@link ListOptions} amount to.
 *
 * <p>The bounds are bytes because the end of a prefix is no text: it is the prefix with its last
 * byte raised by one.
 *
 * @param begin the first key
 * @param end the first key beyond, or null if there is no upper bound
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one call
public record KeyRange(byte[] begin, byte @Nullable [] end) {

  private static final byte[] NOTHING = {};
  private static final byte LAST_BYTE = (byte) 0xFF;

  /** Returns the range of {@code options}, or nothing if no key can be in it. */
  public static Optional<KeyRange> of(ListOptions options) {
    byte[] begin = lowerBound(options);
    byte[] end = options.end() == null ? null : Utf8.encode(options.end());
    if (options.prefix() != null) {
      byte[] prefix = Utf8.encode(options.prefix());
      begin = later(begin, prefix);
      end = earlier(end, beyond(prefix));
    }
    if (end != null && Arrays.compareUnsigned(begin, end) >= 0) {
      return Optional.empty();
    }
    return Optional.of(new KeyRange(begin, end));
  }

  private static byte[] lowerBound(ListOptions options) {
    if (options.start() != null) {
      return Utf8.encode(options.start());
    }
    if (options.startAfter() != null) {
      byte[] key = Utf8.encode(options.startAfter());
      return Arrays.copyOf(key, key.length + 1);
    }
    return NOTHING;
  }

  /** Returns the first key that sorts after all that begin with {@code prefix}, if there is one. */
  private static byte @Nullable [] beyond(byte[] prefix) {
    int length = prefix.length;
    while (length > 0 && prefix[length - 1] == LAST_BYTE) {
      length--;
    }
    if (length == 0) {
      return null;
    }
    byte[] end = Arrays.copyOf(prefix, length);
    end[length - 1]++;
    return end;
  }

  private static byte[] later(byte[] a, byte[] b) {
    return Arrays.compareUnsigned(a, b) >= 0 ? a : b;
  }

  private static byte @Nullable [] earlier(byte @Nullable [] a, byte @Nullable [] b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return Arrays.compareUnsigned(a, b) <= 0 ? a : b;
  }
}
