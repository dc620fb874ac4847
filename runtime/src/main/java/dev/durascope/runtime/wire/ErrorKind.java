package dev.durascope.runtime.wire;

import java.util.Arrays;
import java.util.Optional;

/** The classes of errors that survive serialization; every other becomes a plain {@code Error}. */
public enum ErrorKind {
  ERROR(0, "Error"),
  EVAL_ERROR('E', "EvalError"),
  RANGE_ERROR('R', "RangeError"),
  REFERENCE_ERROR('F', "ReferenceError"),
  SYNTAX_ERROR('S', "SyntaxError"),
  TYPE_ERROR('T', "TypeError"),
  URI_ERROR('U', "URIError");

  private final int code;
  private final String className;

  ErrorKind(int code, String className) {
    this.code = code;
    this.className = className;
  }

  /** Returns the byte that stands for the class; 0 for {@code Error}, which has none. */
  int code() {
    return code;
  }

  /** Returns the name of the JavaScript class. */
  public String className() {
    return className;
  }

  static Optional<ErrorKind> ofCode(int code) {
    return Arrays.stream(values()).filter(kind -> kind.code == code && code != 0).findFirst();
  }

  /**
   * Returns the kind for an error's {@code name}: {@link #ERROR} unless it is one of the others.
   */
  public static ErrorKind ofName(String name) {
    return ofClassName(name).orElse(ERROR);
  }

  static Optional<ErrorKind> ofClassName(String name) {
    return Arrays.stream(values()).filter(kind -> kind.className.equals(name)).findFirst();
  }
}
