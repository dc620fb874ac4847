package dev.durascope.runtime.worker;

import dev.durascope.runtime.script.ScriptError;
import dev.durascope.runtime.text.Utf8;

/**
 * How large keys and values may be. The old key-value storage has limits of its own; in a SQLite
 * file an entry is a row, which may have 2 MB with all that it consists of.
 *
 * <p>{@code wrangler dev} enforces none of this but SQLite's own limit, at some more megabytes:
 * what works there may fail in production.
 *
 * @see <a href="https://developers.cloudflare.com/durable-objects/platform/limits/">limits</a>
 */
enum KeyValueLimits {
  /** Classes made with {@code new_classes}. */
  KEY_VALUE {
    @Override
    void checkCount(int count) {
      if (count > MAX_PAIRS) {
        throw ScriptError.rangeError(
            "Maximum number of key value pairs is %d. %d pairs were provided."
                .formatted(MAX_PAIRS, count));
      }
    }

    @Override
    void checkKey(String key) {
      if (key.length() * MAX_BYTES_PER_UNIT > MAX_KEY_BYTES) {
        var size = Utf8.encode(key).length;
        if (size > MAX_KEY_BYTES) {
          throw ScriptError.rangeError(
              "Keys cannot be larger than %d bytes. A key of size %d was provided."
                  .formatted(MAX_KEY_BYTES, size));
        }
      }
    }

    @Override
    void checkEntry(String key, byte[] value) {
      checkKey(key);
      if (value.length > MAX_VALUE_BYTES + VALUE_CUSHION_BYTES) {
        throw ScriptError.rangeError(
            "Values cannot be larger than %d bytes. A value of size %d was provided."
                .formatted(MAX_VALUE_BYTES, value.length));
      }
    }
  },

  /** Classes made with {@code new_sqlite_classes}. */
  SQLITE {
    @Override
    void checkCount(int count) {}

    @Override
    void checkKey(String key) {
      if (key.length() * MAX_BYTES_PER_UNIT > MAX_ROW_BYTES
          && Utf8.encode(key).length > MAX_ROW_BYTES) {
        throw tooBig();
      }
    }

    @Override
    void checkEntry(String key, byte[] value) {
      if (key.length() * MAX_BYTES_PER_UNIT + value.length + MAX_HEADER_BYTES > MAX_ROW_BYTES
          && rowBytes(Utf8.encode(key).length, value.length) > MAX_ROW_BYTES) {
        throw tooBig();
      }
    }

    // The record of an entry: the size of its header, the two types in it, and the data.
    private static long rowBytes(long key, long value) {
      return 1 + varintBytes(2 * key + 13) + varintBytes(2 * value + 12) + key + value;
    }

    private static int varintBytes(long number) {
      return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(number) + 6) / 7);
    }

    private static ScriptError tooBig() {
      return ScriptError.error("string or blob too big: SQLITE_TOOBIG");
    }
  };

  /** Pairs in one call. */
  private static final int MAX_PAIRS = 128;

  private static final int MAX_KEY_BYTES = 2_048;
  private static final int MAX_VALUE_BYTES = 131_072;

  /** What is granted beyond, so that a text of exactly the limit fits with its header. */
  private static final int VALUE_CUSHION_BYTES = 34;

  private static final int MAX_ROW_BYTES = 2 * 1024 * 1024;
  private static final int MAX_HEADER_BYTES = 16;
  private static final long MAX_BYTES_PER_UNIT = 3;

  abstract void checkCount(int count);

  abstract void checkKey(String key);

  abstract void checkEntry(String key, byte[] value);
}
