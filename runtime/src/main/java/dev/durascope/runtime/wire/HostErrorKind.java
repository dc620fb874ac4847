package dev.durascope.runtime.wire;

import java.util.Arrays;
import java.util.Optional;

/**
 * The classes of errors that workerd's own form of errors knows; the ordinal is what is written.
 * The name of any other error is written in full.
 */
public enum HostErrorKind {
  OTHER(0, ""),
  ERROR(1, "Error"),
  TYPE_ERROR(2, "TypeError"),
  RANGE_ERROR(3, "RangeError"),
  REFERENCE_ERROR(4, "ReferenceError"),
  SYNTAX_ERROR(5, "SyntaxError"),
  WASM_COMPILE_ERROR(6, "WasmCompileError"),
  WASM_LINK_ERROR(7, "WasmLinkError"),
  WASM_RUNTIME_ERROR(8, "WasmRuntimeError"),
  WASM_SUSPEND_ERROR(9, "WasmSuspendError"),
  EVAL_ERROR(10, "EvalError"),
  URI_ERROR(11, "URIError"),
  AGGREGATE_ERROR(12, "AggregateError"),
  SUPPRESSED_ERROR(13, "SuppressedError");

  private final int code;
  private final String className;

  HostErrorKind(int code, String className) {
    this.code = code;
    this.className = className;
  }

  int code() {
    return code;
  }

  /** Returns the name of the JavaScript class; empty for {@link #OTHER}. */
  public String className() {
    return className;
  }

  /** Returns the kind for an error's {@code name}. */
  public static HostErrorKind ofName(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind != OTHER && kind.className.equals(name))
        .findFirst()
        .orElse(OTHER);
  }

  static Optional<HostErrorKind> ofCode(int code) {
    return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
  }
}
