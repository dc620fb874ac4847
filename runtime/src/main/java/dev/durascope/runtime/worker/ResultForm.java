package dev.durascope.runtime.worker;

/** What a result is for further calls on it; the order is that of {@code rpcserve.js}. */
enum ResultForm {
  /** Nothing can be called on it. */
  VALUE,
  /** A plain object, whose members can be called where it was made. */
  PLAIN,
  /** It goes as a stub: calls on the result are calls of that. */
  STUB,
  /** A service binding or an object's stub. */
  SERVICE;

  private static final ResultForm[] ALL = values();

  static ResultForm of(int code) {
    return ALL[code];
  }
}
