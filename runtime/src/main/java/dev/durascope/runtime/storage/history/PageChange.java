package dev.durascope.runtime.storage.history;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * What a commit changed in one page: the exclusive or of the page before and after, as runs of
 * bytes that differ. That works in both directions, and changes of one page may be taken back in
 * any order.
 *
 * <pre>
 *   { bytes to skip: varint, length: varint, the bytes: before xor after } …
 * </pre>
 *
 * @param page its number, from 1
 * @param runs the runs
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never changed
record PageChange(int page, byte[] runs) {

  /** Why 4: a shorter gap costs less as part of a run than as the head of the next one. */
  private static final int SHORTEST_GAP = 4;

  private static final int BITS = 7;
  private static final int MORE = 0x80;

  static PageChange between(int page, byte[] before, byte[] after) {
    var runs = new ByteArrayOutputStream();
    var bytes = new byte[after.length];
    int done = 0;
    for (int start = difference(before, after, 0); start >= 0; ) {
      int end = endOfRun(before, after, start);
      varint(runs, start - done);
      varint(runs, end - start);
      for (int i = start; i < end; i++) {
        bytes[i] = (byte) (before[i] ^ after[i]);
      }
      runs.write(bytes, start, end - start);
      done = end;
      start = difference(before, after, end);
    }
    return new PageChange(page, runs.toByteArray());
  }

  private static int difference(byte[] before, byte[] after, int from) {
    int found = Arrays.mismatch(before, from, before.length, after, from, after.length);
    return found < 0 ? -1 : from + found;
  }

  /** Looks at each byte once: where all differ, as in a new page, that is most of the work. */
  private static int endOfRun(byte[] before, byte[] after, int start) {
    int end = start + 1;
    for (int at = end; at < after.length && at - end < SHORTEST_GAP; at++) {
      if (before[at] != after[at]) {
        end = at + 1;
      }
    }
    return end;
  }

  private static void varint(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest >= MORE) {
      out.write((rest & (MORE - 1)) | MORE);
      rest >>>= BITS;
    }
    out.write(rest);
  }

  boolean isEmpty() {
    return runs.length == 0;
  }

  /** Turns the one into the other, whichever {@code bytes} is. */
  void applyTo(byte[] bytes) {
    int at = 0;
    int position = 0;
    while (at < runs.length) {
      int[] next = {at};
      position += varint(next);
      int length = varint(next);
      at = next[0];
      for (int i = 0; i < length; i++) {
        bytes[position++] ^= runs[at++];
      }
    }
  }

  private int varint(int[] at) {
    int number = 0;
    for (int shift = 0; ; shift += BITS) {
      byte next = runs[at[0]++];
      number |= (next & (MORE - 1)) << shift;
      if ((next & MORE) == 0) {
        return number;
      }
    }
  }
}
