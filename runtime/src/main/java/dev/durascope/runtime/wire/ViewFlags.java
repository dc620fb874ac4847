package dev.durascope.runtime.wire;

/**
 * How a view relates to a buffer that may change its length.
 *
 * @param lengthTracking whether the view reaches to the buffer's end, wherever that is
 * @param resizable whether the buffer may change its length
 */
public record ViewFlags(boolean lengthTracking, boolean resizable) {

  private static final int LENGTH_TRACKING = 1;
  private static final int RESIZABLE = 2;

  /** A view of fixed length on a buffer of fixed length. */
  public static final ViewFlags FIXED = new ViewFlags(false, false);

  int bits() {
    return (lengthTracking ? LENGTH_TRACKING : 0) | (resizable ? RESIZABLE : 0);
  }

  static ViewFlags ofBits(int bits) {
    return new ViewFlags((bits & LENGTH_TRACKING) != 0, (bits & RESIZABLE) != 0);
  }
}
