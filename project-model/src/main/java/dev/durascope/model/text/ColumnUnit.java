package dev.durascope.model.text;

/**
 * What a column counts. Everything inside counts UTF-16 units; the others exist for protocols whose
 * other end keeps its text as bytes or as code points.
 */
public enum ColumnUnit {
  /** Bytes of the text in UTF-8; a lone surrogate counts as the replacement character. */
  UTF_8 {
    @Override
    int width(int codePoint) {
      if (codePoint < 0x80) {
        return 1;
      }
      return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
  },
  /** Java's and JavaScript's characters. */
  UTF_16 {
    @Override
    int width(int codePoint) {
      return Character.charCount(codePoint);
    }

    @Override
    int columns(String text, int start, int offset) {
      return offset - start;
    }

    @Override
    int advance(String text, int start, int end, int columns) {
      return columns > end - start ? end : start + columns;
    }
  },
  /** Code points. */
  UTF_32 {
    @Override
    int width(int codePoint) {
      return 1;
    }
  };

  abstract int width(int codePoint);

  /** How many columns lie between the start of a line and an offset on it. */
  int columns(String text, int start, int offset) {
    int columns = 0;
    int at = start;
    while (at < offset) {
      int point = text.codePointAt(at);
      columns += width(point);
      at += Character.charCount(point);
    }
    return columns;
  }

  /**
   * The offset that many columns behind {@code start}, and at most {@code end}. A column within a
   * character is the place before it.
   */
  int advance(String text, int start, int end, int columns) {
    int left = columns;
    int at = start;
    while (at < end) {
      int point = text.codePointAt(at);
      left -= width(point);
      if (left < 0) {
        return at;
      }
      at += Character.charCount(point);
    }
    return end;
  }
}
