package dev.durascope.runtime.wire;

/** What a value may not exceed, so that no input can exhaust the stack or the heap. */
public final class WireLimits {

  /**
   * How deeply objects may nest. A level takes a few frames of Java; this many fit into half the
   * stack that a thread has by default, a mebibyte.
   */
  public static final int MAX_DEPTH = 500;

  /** How many bytes a serialized value may take, and how far a resizable buffer may grow. */
  public static final int MAX_BYTES = 1 << 30;

  private WireLimits() {}
}
