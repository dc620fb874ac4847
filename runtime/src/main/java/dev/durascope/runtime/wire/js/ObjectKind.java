package dev.durascope.runtime.wire.js;

import java.util.List;

/**
 * What {@code shape()} of {@code clone.js} answers, when it is no list of names: in the order of
 * its numbers, which begin with 1.
 */
enum ObjectKind {
  DENSE_ARRAY,
  ARRAY,
  DATE,
  REG_EXP,
  BOXED,
  MAP,
  SET,
  BUFFER,
  VIEW,
  ERROR,
  /** No internal slot that JavaScript can see, and a tag that says nothing: an error or plain. */
  UNSURE,
  /** In a message only: an instance of a class, which by itself cannot be sent. */
  INSTANCE;

  private static final List<ObjectKind> ALL = List.of(values());

  static ObjectKind of(int code) {
    if (code < 1 || code > ALL.size()) {
      throw new IllegalStateException("clone.js answered the kind " + code);
    }
    return ALL.get(code - 1);
  }
}
