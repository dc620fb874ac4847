package dev.durascope.runtime.wire;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of views on an ArrayBuffer, with their codes and the sizes of their elements. */
public enum ViewKind {
  INT8('b', 1, "Int8Array"),
  UINT8('B', 1, "Uint8Array"),
  UINT8_CLAMPED('C', 1, "Uint8ClampedArray"),
  INT16('w', 2, "Int16Array"),
  UINT16('W', 2, "Uint16Array"),
  INT32('d', 4, "Int32Array"),
  UINT32('D', 4, "Uint32Array"),
  FLOAT16('h', 2, "Float16Array"),
  FLOAT32('f', 4, "Float32Array"),
  FLOAT64('F', 8, "Float64Array"),
  BIG_INT64('q', 8, "BigInt64Array"),
  BIG_UINT64('Q', 8, "BigUint64Array"),
  DATA_VIEW('?', 1, "DataView");

  private static final ViewKind[] BY_CODE = new ViewKind[128];

  static {
    for (ViewKind kind : values()) {
      BY_CODE[kind.code] = kind;
    }
  }

  private final int code;
  private final int elementBytes;
  private final String className;

  ViewKind(int code, int elementBytes, String className) {
    this.code = code;
    this.elementBytes = elementBytes;
    this.className = className;
  }

  int code() {
    return code;
  }

  /** Returns the size of an element in bytes. */
  public int elementBytes() {
    return elementBytes;
  }

  /** Returns the name of the JavaScript class. */
  public String className() {
    return className;
  }

  static Optional<ViewKind> ofCode(int code) {
    return code < BY_CODE.length ? Optional.ofNullable(BY_CODE[code]) : Optional.empty();
  }

  /** Returns the kind of the JavaScript class of this name. */
  public static Optional<ViewKind> ofClassName(String className) {
    return Arrays.stream(values()).filter(kind -> kind.className.equals(className)).findFirst();
  }
}
