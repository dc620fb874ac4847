package dev.durascope.runtime.rpc;

import java.util.List;

/**
 * A value between isolates: V8's serialization, and beside it what the bytes only refer to.
 *
 * @param bytes nobody writes to them
 * @param externals most often empty
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Payload(byte[] bytes, List<External> externals) {
  /** The most that the bytes of one value may be, which is production's limit. */
  public static final int MAX_BYTES = 32 << 20;

  public Payload {
    externals = List.copyOf(externals);
  }

  /** A value that is in its bytes altogether. */
  public static Payload of(byte[] bytes) {
    return new Payload(bytes, List.of());
  }

  /** Gives all stubs within it back; again calls do nothing. */
  public void dispose() {
    for (var external : externals) {
      external.dispose();
    }
  }
}
