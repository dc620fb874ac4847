package dev.durascope.runtime.script;

import dev.durascope.runtime.script.ModuleTable.Module;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.graalvm.polyglot.io.FileSystem;

/**
 * What GraalJS's module loader takes for a file system: the {@link ModuleTable}, and nothing of the
 * disk.
 *
 * <p>The loader hands over {@code cloudflare:workers} and {@code node:x} as URIs and bare names as
 * strings; both become paths below {@link #SPECIFIERS}.
 */
final class ModuleFileSystem implements FileSystem {
  private static final Path SPECIFIERS = Path.of("/durascope-module");

  private volatile ModuleTable table = new ModuleTable();
  private volatile UnaryOperator<String> builtIns = file -> "";

  /**
   * Says which modules there are; once, before the first is asked for.
   *
   * @param builtInSource gives the source of the module that stands for a file of the prelude; it
   *     is called on the context's thread, in the middle of an import
   */
  void use(ModuleTable modules, UnaryOperator<String> builtInSource) {
    table = modules;
    builtIns = builtInSource;
  }

  @Override
  public Path parsePath(URI uri) {
    return "file".equals(uri.getScheme()) ? Path.of(uri) : specifier(uri.toString());
  }

  @Override
  public Path parsePath(String path) {
    return path.startsWith("/") || path.startsWith(".") ? Path.of(path) : specifier(path);
  }

  private static Path specifier(String specifier) {
    return SPECIFIERS.resolve(specifier.replace("%", "%25").replace("/", "%2F"));
  }

  private static String specifierOf(Path path) {
    return path.startsWith(SPECIFIERS)
        ? path.getFileName().toString().replace("%2F", "/").replace("%25", "%")
        : path.toString();
  }

  private byte[] read(Path path) throws NoSuchFileException {
    var absolute = toAbsolutePath(path).normalize();
    var specifier = specifierOf(absolute);
    return switch (require(specifier)) {
      case Module.Text text -> text.bytes();
      case Module.BuiltIn builtIn ->
          builtIns.apply(builtIn.preludeFile()).getBytes(StandardCharsets.UTF_8);
    };
  }

  private Module require(String specifier) throws NoSuchFileException {
    return table.find(specifier).orElseThrow(() -> new NoSuchFileException(specifier));
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... linkOptions)
      throws IOException {
    if (modes.contains(AccessMode.WRITE)) {
      throw new SecurityException("Modules are read-only");
    }
    require(specifierOf(toAbsolutePath(path).normalize()));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return new Bytes(ByteBuffer.wrap(read(path)).asReadOnlyBuffer());
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return path.isAbsolute() ? path : Path.of("/").resolve(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... linkOptions) {
    return toAbsolutePath(path).normalize();
  }

  /** Whatever a module's name ends with, what is here for it is JavaScript. */
  @Override
  public String getMimeType(Path path) {
    return "application/javascript+module";
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return Map.of("isRegularFile", true, "isDirectory", false, "size", (long) read(path).length);
  }

  @Override
  public void createDirectory(Path dir, FileAttribute<?>... attributes) {
    throw new SecurityException("Modules are read-only");
  }

  @Override
  public void delete(Path path) {
    throw new SecurityException("Modules are read-only");
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path dir, DirectoryStream.Filter<? super Path> filter) {
    throw new SecurityException("Modules cannot be listed");
  }

  /** A module's bytes as a channel. */
  private static final class Bytes implements SeekableByteChannel {
    private final ByteBuffer buffer;
    private boolean open = true;

    Bytes(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public int read(ByteBuffer target) {
      if (!buffer.hasRemaining()) {
        return -1;
      }
      var count = Math.min(target.remaining(), buffer.remaining());
      target.put(buffer.slice(buffer.position(), count));
      buffer.position(buffer.position() + count);
      return count;
    }

    @Override
    public int write(ByteBuffer source) {
      throw new NonWritableChannelException();
    }

    @Override
    public long position() {
      return buffer.position();
    }

    @Override
    public SeekableByteChannel position(long position) {
      buffer.position((int) Math.min(position, buffer.limit()));
      return this;
    }

    @Override
    public long size() {
      return buffer.limit();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }
  }
}
