package dev.durascope.runtime.storage;

import dev.durascope.runtime.text.Utf8;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which facet of an object has which number, in memory and, for objects on disk, in workerd's file
 * beside the object's own:
 *
 * <pre>
 *   8 bytes   magic number c4cdce5bc5b0ef57
 *   entries, the first of which is number 1:
 *     2 bytes   number of the parent, 0 for the object itself
 *     2 bytes   length of the name, not 0
 *     n bytes   the name
 * </pre>
 *
 * <p>Numbers are little-endian. Entries are only ever added. A damaged tail, which a crash may
 * leave, is of no entry that anybody has used: it is ignored, and written over.
 */
final class FacetIndex {
  /** An object has no more facets than two bytes can count. */
  static final int MAX_FACETS = 65_535;

  private static final long MAGIC = 0xc4cdce5bc5b0ef57L;
  private static final int HEADER_BYTES = 4;

  private record Entry(int parent, String name) {}

  private final @Nullable Path file;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Entry, Integer> numbers = new HashMap<>();
  private long end;

  private FacetIndex(@Nullable Path file) {
    this.file = file;
  }

  /** An index that is not kept. */
  static FacetIndex inMemory() {
    return new FacetIndex(null);
  }

  /** The index in a file, which need not be there yet. */
  static FacetIndex in(Path file) {
    var index = new FacetIndex(file);
    if (Files.exists(file)) {
      try {
        index.read(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
      } catch (IOException e) {
        throw unreachable(file, "cannot be read", e);
      }
    }
    return index;
  }

  private void read(ByteBuffer bytes) {
    if (bytes.remaining() < Long.BYTES || bytes.getLong() != MAGIC) {
      return;
    }
    end = bytes.position();
    while (bytes.remaining() > HEADER_BYTES) {
      var parent = Short.toUnsignedInt(bytes.getShort());
      var length = Short.toUnsignedInt(bytes.getShort());
      if (parent > entries.size() || length == 0 || length > bytes.remaining()) {
        return;
      }
      var name = new byte[length];
      bytes.get(name);
      var entry = new Entry(parent, Utf8.decode(name));
      if (numbers.containsKey(entry)) {
        return;
      }
      add(entry);
      end = bytes.position();
    }
  }

  private int add(Entry entry) {
    entries.add(entry);
    numbers.put(entry, entries.size());
    return entries.size();
  }

  /** The number of a child; a new one is in the file when this returns. */
  synchronized int number(int parent, String name) {
    var entry = new Entry(parent, name);
    var known = numbers.get(entry);
    if (known != null) {
      return known;
    }
    if (entries.size() == MAX_FACETS) {
      throw new IllegalStateException("An object cannot have more than " + MAX_FACETS + " facets.");
    }
    if (file != null) {
      write(file, entry);
    }
    return add(entry);
  }

  private void write(Path file, Entry entry) {
    var name = Utf8.encode(entry.name());
    var bytes =
        ByteBuffer.allocate(Long.BYTES + HEADER_BYTES + name.length).order(ByteOrder.LITTLE_ENDIAN);
    if (end == 0) {
      bytes.putLong(MAGIC);
    }
    bytes.putShort((short) entry.parent()).putShort((short) name.length).put(name).flip();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var channel =
          Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        channel.truncate(end);
        channel.position(end);
        while (bytes.hasRemaining()) {
          var _ = channel.write(bytes);
        }
        end = channel.position();
      }
    } catch (IOException e) {
      throw unreachable(file, "cannot be written", e);
    }
  }

  /** The numbers of the children. */
  synchronized List<Integer> children(int parent) {
    return IntStream.rangeClosed(1, entries.size())
        .filter(number -> entries.get(number - 1).parent() == parent)
        .boxed()
        .toList();
  }

  /** How many there are; the last has this number. */
  synchronized int size() {
    return entries.size();
  }

  /** The name of a facet. */
  synchronized String name(int number) {
    return entries.get(number - 1).name();
  }

  private static StorageException unreachable(Path file, String what, IOException cause) {
    return new StorageException(
        StorageException.Kind.UNREACHABLE, file.toString(), "the index of facets " + what, cause);
  }
}
