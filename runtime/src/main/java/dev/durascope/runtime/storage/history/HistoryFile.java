package dev.durascope.runtime.storage.history;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The file of a history: records that are only ever appended, some at a time, of which a MARK or a
 * REQUEST is the last. What a killed process, or a full disk, has left of some that were not all
 * written is cut off when the file is read: without its MARK a commit would be taken down twice.
 *
 * <pre>
 *   magic (8 bytes) { type (1 byte), length (4), payload, CRC-32 of the payload (4) } …
 *
 *   COMMIT    number, time, pages before, n { page, length, runs }
 *   MARK      salt, frames, time of the database file, its size
 *   REQUEST   number of the commit to go back to, stamp of the request
 *   RESTORED  number of the last commit before it, stamp of the request
 * </pre>
 */
final class HistoryFile {

  /** One entry; all numbers are big-endian. */
  sealed interface Entry {
    /**
     * What a commit has changed.
     *
     * @param number counts the commits of an object, see {@link Bookmark}
     * @param time in milliseconds since 1970
     * @param pagesBefore how many pages the database had before it
     */
    record Commit(long number, long time, int pagesBefore, List<PageChange> changes)
        implements Entry {}

    /**
     * How far the history has come.
     *
     * @param salt the write-ahead log whose frames are recorded; 0 if the log was empty
     * @param frames how many of them
     * @param modified when the database file was last written, in milliseconds
     * @param size its size in bytes
     */
    record Mark(long salt, int frames, long modified, long size) implements Entry {}

    /** At the next session the database is to be as it was after commit {@code number}. */
    record Request(long number, long stamp) implements Entry {}

    /** That has been done; {@code before} is the last commit before it. */
    record Restored(long before, long stamp) implements Entry {}
  }

  private static final byte[] MAGIC = {'D', 'S', 'H', 'I', 'S', 'T', '0', '1'};
  private static final byte COMMIT = 1;
  private static final byte MARK = 2;
  private static final byte REQUEST = 3;
  private static final byte RESTORED = 4;

  private final Path path;

  HistoryFile(Path path) {
    this.path = path;
  }

  boolean exists() {
    return Files.exists(path);
  }

  long size() throws IOException {
    return exists() ? Files.size(path) : 0;
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }

  void append(List<? extends Entry> entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    if (!exists()) {
      bytes.writeBytes(MAGIC);
    }
    var out = new DataOutputStream(bytes);
    for (var entry : entries) {
      write(out, entry);
    }
    try (var channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      var buffer = ByteBuffer.wrap(bytes.toByteArray());
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }

  /**
   * Reads all entries, oldest first; commits without their changes unless they are {@code wanted}.
   */
  List<Entry> read(Predicate<Entry.Commit> wanted) throws IOException {
    var entries = new ArrayList<Entry>();
    if (!exists()) {
      return entries;
    }
    long good = 0;
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
      if (!ByteBuffer.wrap(in.readNBytes(MAGIC.length)).equals(ByteBuffer.wrap(MAGIC))) {
        return entries;
      }
      good = MAGIC.length;
      long end = good;
      int whole = 0;
      for (var chunk = readChunk(in); chunk != null; chunk = readChunk(in)) {
        entries.add(parse(chunk, wanted));
        end += chunk.length();
        if (chunk.type() == MARK || chunk.type() == REQUEST) {
          good = end;
          whole = entries.size();
        }
      }
      entries.subList(whole, entries.size()).clear();
    }
    if (good < Files.size(path)) {
      try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        channel.truncate(good);
      }
    }
    return entries;
  }

  /** Leaves out what is older, by writing the rest anew. */
  void keepOnly(List<? extends Entry> entries) throws IOException {
    var fresh = Path.of(path + ".new");
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
      out.write(MAGIC);
      for (var entry : entries) {
        write(out, entry);
      }
    }
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
  }

  @SuppressWarnings("ArrayRecordComponent") // lives for one call
  private record Chunk(byte type, byte[] payload) {
    int length() {
      return 1 + 4 + payload.length + 4;
    }
  }

  /** The next whole record, or null. */
  private static @Nullable Chunk readChunk(DataInputStream in) throws IOException {
    try {
      byte type = in.readByte();
      int length = in.readInt();
      byte[] payload = in.readNBytes(length);
      return payload.length == length && in.readInt() == crc(payload)
          ? new Chunk(type, payload)
          : null;
    } catch (EOFException | IllegalArgumentException e) {
      return null;
    }
  }

  private static int crc(byte[] payload) {
    var crc = new CRC32();
    crc.update(payload);
    return (int) crc.getValue();
  }

  private static Entry parse(Chunk record, Predicate<Entry.Commit> whole) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(record.payload()));
    return switch (record.type()) {
      case COMMIT -> {
        var commit = new Entry.Commit(in.readLong(), in.readLong(), in.readInt(), List.of());
        yield whole.test(commit)
            ? new Entry.Commit(commit.number(), commit.time(), commit.pagesBefore(), changes(in))
            : commit;
      }
      case MARK -> new Entry.Mark(in.readLong(), in.readInt(), in.readLong(), in.readLong());
      case REQUEST -> new Entry.Request(in.readLong(), in.readLong());
      case RESTORED -> new Entry.Restored(in.readLong(), in.readLong());
      default -> throw new IOException("an unknown kind of record: " + record.type());
    };
  }

  private static List<PageChange> changes(DataInputStream in) throws IOException {
    int count = in.readInt();
    var changes = new ArrayList<PageChange>(count);
    for (int i = 0; i < count; i++) {
      int page = in.readInt();
      changes.add(new PageChange(page, in.readNBytes(in.readInt())));
    }
    return changes;
  }

  private static void write(DataOutputStream out, Entry entry) throws IOException {
    var payload = new ByteArrayOutputStream();
    var data = new DataOutputStream(payload);
    byte type =
        switch (entry) {
          case Entry.Commit(long number, long time, int pagesBefore, List<PageChange> changes) -> {
            data.writeLong(number);
            data.writeLong(time);
            data.writeInt(pagesBefore);
            data.writeInt(changes.size());
            for (var change : changes) {
              data.writeInt(change.page());
              data.writeInt(change.runs().length);
              data.write(change.runs());
            }
            yield COMMIT;
          }
          case Entry.Mark(long salt, int frames, long modified, long size) -> {
            data.writeLong(salt);
            data.writeInt(frames);
            data.writeLong(modified);
            data.writeLong(size);
            yield MARK;
          }
          case Entry.Request(long number, long stamp) -> {
            data.writeLong(number);
            data.writeLong(stamp);
            yield REQUEST;
          }
          case Entry.Restored(long before, long stamp) -> {
            data.writeLong(before);
            data.writeLong(stamp);
            yield RESTORED;
          }
        };
    out.writeByte(type);
    out.writeInt(payload.size());
    payload.writeTo(out);
    out.writeInt(crc(payload.toByteArray()));
  }
}
