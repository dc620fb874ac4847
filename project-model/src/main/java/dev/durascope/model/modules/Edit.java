package dev.durascope.model.modules;

import dev.durascope.model.text.Span;

/**
 * The one stretch in which two texts differ.
 *
 * <p>Where a text was put in or taken out it may be any of several stretches: of a function that is
 * typed above another one both begin with the same word. One that begins at an empty line is
 * preferred, since there nothing that stands in the old text is touched.
 *
 * @param start in both texts
 * @param endBefore in the old text
 * @param endNow in the new one
 */
record Edit(int start, int endBefore, int endNow) {

  /** How many places are tried for one that is an empty line. */
  private static final int MAX_STEPS = 2_000;

  /** Texts are compared by so many characters at a time, as long as they are the same. */
  private static final int BLOCK = 1_024;

  static Edit between(String before, String now) {
    int shorter = Math.min(before.length(), now.length());
    int start = 0;
    while (start + BLOCK <= shorter && before.regionMatches(start, now, start, BLOCK)) {
      start += BLOCK;
    }
    while (start < shorter && before.charAt(start) == now.charAt(start)) {
      start++;
    }
    if (start > 0 && Character.isHighSurrogate(before.charAt(start - 1))) {
      start--;
    }
    int tail = 0;
    while (tail + BLOCK <= shorter - start
        && before.regionMatches(
            before.length() - tail - BLOCK, now, now.length() - tail - BLOCK, BLOCK)) {
      tail += BLOCK;
    }
    while (tail < shorter - start
        && before.charAt(before.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) {
      tail++;
    }
    if (tail > 0 && Character.isLowSurrogate(now.charAt(now.length() - tail))) {
      tail--;
    }
    var edit = new Edit(start, before.length() - tail, now.length() - tail);
    if (edit.endBefore == start) {
      return edit.atEmptyLine(now, edit.endNow);
    }
    return edit.endNow == start ? edit.atEmptyLine(before, edit.endBefore) : edit;
  }

  /**
   * @param text which has the stretch to {@code end} that the other one has not
   */
  private Edit atEmptyLine(String text, int end) {
    int last = Math.min(start, MAX_STEPS);
    for (int back = 0; back <= last; back++) {
      int first = start - back;
      boolean emptyLine = first == 0 || text.charAt(first - 1) == '\n';
      if (emptyLine && (end - back == text.length() || text.charAt(end - back) == '\n')) {
        return new Edit(first, endBefore - back, endNow - back);
      }
      if (first == 0 || text.charAt(first - 1) != text.charAt(end - back - 1)) {
        return this;
      }
    }
    return this;
  }

  /** How much was put in. */
  int inserted() {
    return endNow - start;
  }

  /** What it did to a text whose syntax is not known. */
  Change change() {
    var nothing = Span.at(0);
    return new Change(new Span(start, endBefore), new Span(start, endNow), nothing, nothing);
  }
}
