package dev.durascope.runtime.wire.js;

import java.util.Arrays;

/** What {@code shape()} of {@code clone.js} answers, when it is no list of names. */
enum ObjectKind {
  DENSE_ARRAY(1),
  ARRAY(2),
  DATE(3),
  REG_EXP(4),
  BOXED(5),
  MAP(6),
  SET(7),
  BUFFER(8),
  VIEW(9),
  ERROR(10),
  /** No internal slot that JavaScript can see, and a tag that says nothing: an error or plain. */
  UNSURE(11),
  /** In a message only: an instance of a class, which by itself cannot be sent. */
  INSTANCE(12);

  private final int code;

  ObjectKind(int code) {
    this.code = code;
  }

  static ObjectKind of(int code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("clone.js answered the kind " + code));
  }
}
