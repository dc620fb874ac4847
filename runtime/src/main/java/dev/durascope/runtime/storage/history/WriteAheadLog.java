package dev.durascope.runtime.storage.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The committed part of a write-ahead log, as SQLite would recover it: the frames whose salts are
 * those of the log and whose checksums follow from each other, up to the last that ends a commit.
 *
 * <pre>
 *   header, 32 bytes: magic, version, page size, sequence, salt (8 bytes), checksum (8 bytes)
 *   frame: page, pages after the commit or 0, salt (8 bytes), checksum (8 bytes), the page
 * </pre>
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#walformat">the format</a>
 * @param salt tells one filling of the file from the next
 * @param frames the frames in their order
 */
record WriteAheadLog(int pageSize, long salt, List<Frame> frames) {

  /**
   * A page as a commit wrote it.
   *
   * @param pagesAfter how many pages the database has after the commit that this frame ends; 0 if
   *     it ends none
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never changed
  record Frame(int page, int pagesAfter, byte[] content) {}

  static final int HEADER_BYTES = 32;
  static final int FRAME_HEADER_BYTES = 24;

  private static final int MAGIC = 0x377F0682;
  private static final int SALT_AT = 16;
  private static final int CHECKSUM_AT = 24;
  private static final WriteAheadLog EMPTY = new WriteAheadLog(0, 0, List.of());

  /** Reads the log of a database; without one there is nothing in it. */
  static WriteAheadLog read(Path log) throws IOException {
    if (!Files.exists(log) || Files.size(log) < HEADER_BYTES) {
      return EMPTY;
    }
    var bytes = ByteBuffer.wrap(Files.readAllBytes(log));
    int magic = bytes.getInt(0);
    if ((magic & ~1) != MAGIC) {
      return EMPTY;
    }
    // The checksum reads numbers in the order of the machine that has begun the log.
    var sums = new Checksum((magic & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    sums.add(bytes, 0, CHECKSUM_AT);
    if (!sums.isAt(bytes, CHECKSUM_AT)) {
      return EMPTY;
    }
    int pageSize = bytes.getInt(8);
    long salt = bytes.getLong(SALT_AT);
    return new WriteAheadLog(pageSize, salt, frames(bytes, pageSize, salt, sums));
  }

  private static List<Frame> frames(ByteBuffer bytes, int pageSize, long salt, Checksum sums) {
    var frames = new ArrayList<Frame>();
    int committed = 0;
    for (int at = HEADER_BYTES;
        at + FRAME_HEADER_BYTES + pageSize <= bytes.limit();
        at += FRAME_HEADER_BYTES + pageSize) {
      sums.add(bytes, at, 8);
      sums.add(bytes, at + FRAME_HEADER_BYTES, pageSize);
      if (bytes.getLong(at + 8) != salt || !sums.isAt(bytes, at + SALT_AT)) {
        break;
      }
      var content = new byte[pageSize];
      bytes.get(at + FRAME_HEADER_BYTES, content);
      int pagesAfter = bytes.getInt(at + 4);
      frames.add(new Frame(bytes.getInt(at), pagesAfter, content));
      if (pagesAfter != 0) {
        committed = frames.size();
      }
    }
    return List.copyOf(frames.subList(0, committed));
  }

  /** The running checksum of header and frames. */
  private static final class Checksum {
    private final ByteOrder order;
    private int first;
    private int second;

    Checksum(ByteOrder order) {
      this.order = order;
    }

    void add(ByteBuffer bytes, int from, int length) {
      var words = bytes.slice(from, length).order(order).asIntBuffer();
      while (words.hasRemaining()) {
        first += words.get() + second;
        second += words.get() + first;
      }
    }

    boolean isAt(ByteBuffer bytes, int index) {
      return bytes.getInt(index) == first && bytes.getInt(index + 4) == second;
    }
  }
}
