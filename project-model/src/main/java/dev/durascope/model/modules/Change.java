package dev.durascope.model.modules;

import dev.durascope.model.text.Span;

/**
 * What an edit did to a text and to the structure of its syntax: outside of it all is as before,
 * and what lies behind it is {@link #shift} further on.
 *
 * <p>It is one stretch, from the first difference to the last, be there unchanged text between.
 *
 * @param before its place in the old text
 * @param now its place in the new one, from the same start
 * @param wholeBefore what the syntax of the old text covers
 * @param wholeNow the same of the new text
 */
record Change(Span before, Span now, Span wholeBefore, Span wholeNow) {

  int shift() {
    return now.end() - before.end();
  }

  /** The least change that has this one and all of {@code part} of the new text in it. */
  Change including(Span part) {
    var wider = new Span(Math.min(now.start(), part.start()), Math.max(now.end(), part.end()));
    return new Change(new Span(wider.start(), wider.end() - shift()), wider, wholeBefore, wholeNow);
  }

  /** Where a place of the old text is in the new one; what is gone of it is where it was. */
  Span moved(Span old) {
    if (old.end() <= before.start()) {
      return old;
    }
    return new Span(moved(old.start()), moved(old.end()));
  }

  private int moved(int offset) {
    return offset >= before.end()
        ? offset + shift()
        : Math.min(offset, Math.max(before.start(), now.end()));
  }

  /** As {@link #moved}, for what may be the whole text. */
  Span movedScope(Span old) {
    return old.equals(wholeBefore) ? wholeNow : moved(old);
  }

  /** Whether {@code old} stood in what is gone, and is something. */
  boolean removes(Span old) {
    return old.length() > 0 && before.encloses(old);
  }

  boolean replaces(Span old) {
    return before.encloses(old);
  }

  /** Whether {@code old} is replaced, or has nothing of this change in it. */
  boolean separates(Span old) {
    return replaces(old) || old.end() <= before.start() || old.start() >= before.end();
  }
}
