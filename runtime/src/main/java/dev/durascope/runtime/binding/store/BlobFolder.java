package dev.durascope.runtime.binding.store;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.ByteChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Values as files. A blob has a name that cannot be guessed and never changes: whoever writes one
 * enters its id into a database afterwards, and so the value of a key changes at one instant.
 *
 * <p>Blocks; for threads that may wait.
 */
public final class BlobFolder {
  /** Values up to this size are read at once, larger ones as they are wanted. */
  private static final int MAX_WHOLE_BYTES = 1 << 20;

  private static final int CHUNK_BYTES = 1 << 16;
  private static final int RANDOM_BYTES = 32;

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  /** A folder, which is made when the first blob is written. */
  public BlobFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A blob that was written.
   *
   * @param length of the whole value, also where no more than {@code keep} bytes of it were kept
   */
  public record Written(String id, long length) {}

  /**
   * A stretch of a blob.
   *
   * @param id the blob
   */
  public record Stretch(String id, long offset, long length) {}

  /** Writes a value, of which no more than {@code keep} bytes are of interest. */
  public Written write(Body body, long keep, List<MessageDigest> digests) {
    var id = newId();
    try {
      Files.createDirectories(folder);
      try (var out = Files.newOutputStream(folder.resolve(id))) {
        return new Written(id, copy(body, out, keep, digests));
      } catch (CompletionException e) {
        delete(id);
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The value cannot be written: " + e.getMessage(), e);
    }
  }

  private static long copy(Body body, OutputStream out, long keep, List<MessageDigest> digests)
      throws IOException {
    return switch (body) {
      case Body.None none -> 0;
      case Body.Bytes bytes -> {
        add(bytes.bytes(), out, keep, digests);
        yield bytes.bytes().length;
      }
      case Body.Stream stream -> {
        long length = 0;
        for (var chunk = stream.channel().read().join();
            chunk != null;
            chunk = stream.channel().read().join()) {
          length += chunk.length;
          add(chunk, out, length <= keep ? keep : 0, digests);
        }
        yield length;
      }
    };
  }

  private static void add(byte[] chunk, OutputStream out, long keep, List<MessageDigest> digests)
      throws IOException {
    if (chunk.length <= keep) {
      out.write(chunk);
      digests.forEach(digest -> digest.update(chunk));
    }
  }

  private String newId() {
    var bytes = ByteBuffer.allocate(RANDOM_BYTES + Long.BYTES);
    var unguessable = new byte[RANDOM_BYTES];
    random.nextBytes(unguessable);
    bytes.put(unguessable).putLong(System.currentTimeMillis());
    return HexFormat.of().formatHex(bytes.array());
  }

  /** A whole blob; empty if somebody has deleted it. */
  public Optional<Body> read(String id) {
    try {
      return Optional.of(read(List.of(new Stretch(id, 0, Files.size(folder.resolve(id))))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The value cannot be read: " + e.getMessage(), e);
    }
  }

  /** All bytes of a body, which comes from {@link #read}. */
  public static byte[] bytes(Body body) {
    return switch (body) {
      case Body.None none -> new byte[0];
      case Body.Bytes whole -> whole.bytes();
      case Body.Stream stream -> {
        var all = new ByteArrayOutputStream();
        for (var chunk = stream.channel().read().join();
            chunk != null;
            chunk = stream.channel().read().join()) {
          all.writeBytes(chunk);
        }
        yield all.toByteArray();
      }
    };
  }

  /** Any file as a body. */
  public static Body readFile(Path file) throws IOException {
    return read(file.toAbsolutePath().getParent(), List.of(whole(file)));
  }

  private static Stretch whole(Path file) throws IOException {
    return new Stretch(String.valueOf(file.getFileName()), 0, Files.size(file));
  }

  /** Stretches of blobs as one body, opened now, so that deleting them does not matter. */
  public Body read(List<Stretch> stretches) throws IOException {
    return read(folder, stretches);
  }

  private static Body read(@Nullable Path folder, List<Stretch> stretches) throws IOException {
    var length = stretches.stream().mapToLong(Stretch::length).sum();
    var files = new ArrayList<InputStream>();
    for (var stretch : stretches) {
      var in =
          Files.newInputStream(
              folder == null ? Path.of(stretch.id()) : folder.resolve(stretch.id()));
      in.skipNBytes(stretch.offset());
      files.add(in);
    }
    if (length <= MAX_WHOLE_BYTES) {
      var all = ByteBuffer.allocate((int) length);
      for (var i = 0; i < files.size(); i++) {
        try (var in = files.get(i)) {
          all.put(in.readNBytes((int) stretches.get(i).length()));
        }
      }
      return new Body.Bytes(all.array());
    }
    var channel = new ByteChannel();
    Thread.ofVirtual().name("blob").start(() -> pump(stretches, files, channel));
    return new Body.Stream(channel, length);
  }

  private static void pump(List<Stretch> stretches, List<InputStream> files, ByteChannel channel) {
    try {
      for (var i = 0; i < files.size(); i++) {
        try (var in = files.get(i)) {
          for (var left = stretches.get(i).length(); left > 0; ) {
            var chunk = in.readNBytes((int) Math.min(left, CHUNK_BYTES));
            channel.write(chunk).join();
            left -= chunk.length == 0 ? left : chunk.length;
          }
        }
      }
      channel.end();
    } catch (IOException | RuntimeException e) {
      channel.fail(e);
      for (var in : files) {
        try {
          in.close();
        } catch (IOException again) {
          e.addSuppressed(again);
        }
      }
    }
  }

  /** Deletes a blob, if it is there. */
  public void delete(String id) {
    try {
      Files.deleteIfExists(folder.resolve(id));
    } catch (IOException e) {
      throw new UncheckedIOException("The value cannot be deleted: " + e.getMessage(), e);
    }
  }
}
