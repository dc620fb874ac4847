package dev.durascope.runtime.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code .wrangler/durascope/control.json}: how the tools of a project find its control API while
 * it runs.
 *
 * <p>The file holds {@code url}, {@code token}, {@code pid}, in {@code state} the folder of the
 * objects' storage, and, if debuggers can attach, their port in {@code debugPort}. Only the user
 * can read it. It comes into being whole, is removed at the end, and one that a killed process has
 * left is replaced.
 */
public final class ControlFile implements AutoCloseable {
  private static final int PROBE_TIMEOUT_MILLIS = 500;

  /**
   * The process that runs a project.
   *
   * @param url of its control API
   * @param state the folder of the objects' storage
   * @param debugPort where debuggers can attach, if they can
   */
  public record Running(URI url, String token, long pid, Path state, OptionalInt debugPort) {}

  private final Path path;
  private final String text;

  private ControlFile(Path path, String text) {
    this.path = path;
    this.text = text;
  }

  /**
   * Writes the file of a project.
   *
   * @throws FileAlreadyExistsException if another process runs the project and has written it
   */
  public static ControlFile write(Path projectDirectory, Running running) throws IOException {
    var path = in(projectDirectory);
    var owner = livingOwner(path);
    if (owner.isPresent() && owner.get() != running.pid()) {
      throw new FileAlreadyExistsException(
          path.toString(),
          null,
          "process %d runs the project already; tools stay connected to it".formatted(owner.get()));
    }
    var json = new JsonObject();
    json.addProperty("url", running.url().toString());
    json.addProperty("token", running.token());
    json.addProperty("pid", running.pid());
    json.addProperty("state", running.state().toString());
    running.debugPort().ifPresent(port -> json.addProperty("debugPort", port));
    var text = json + "\n";

    Files.createDirectories(path.getParent());
    var fresh = Files.createTempFile(path.getParent(), "control", ".tmp", ownerOnly());
    try {
      Files.writeString(fresh, text);
      replace(fresh, path);
    } finally {
      Files.deleteIfExists(fresh);
    }
    return new ControlFile(path, text);
  }

  private static Path in(Path projectDirectory) {
    return projectDirectory.resolve(".wrangler").resolve("durascope").resolve("control.json");
  }

  /** The process that runs a project now, if one does. */
  public static Optional<Running> find(Path projectDirectory) throws IOException {
    var path = in(projectDirectory);
    if (livingOwner(path).isEmpty()
        || !(JsonParser.parseString(Files.readString(path)) instanceof JsonObject json)
        || !(json.get("token") instanceof JsonPrimitive token)
        || !(json.get("state") instanceof JsonPrimitive state)) {
      return Optional.empty();
    }
    return Optional.of(
        new Running(
            URI.create(json.get("url").getAsString()),
            token.getAsString(),
            json.get("pid").getAsLong(),
            Path.of(state.getAsString()),
            json.get("debugPort") instanceof JsonPrimitive port
                ? OptionalInt.of(port.getAsInt())
                : OptionalInt.empty()));
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void replace(Path fresh, Path path) throws IOException {
    try {
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Where the file is. */
  public Path path() {
    return path;
  }

  /** The process that a file names, if it lives and answers: a number alone may be reused. */
  private static Optional<Long> livingOwner(Path path) throws IOException {
    try {
      return JsonParser.parseString(Files.readString(path)) instanceof JsonObject json
              && json.get("pid") instanceof JsonPrimitive pid
              && json.get("url") instanceof JsonPrimitive url
              && ProcessHandle.of(pid.getAsLong()).map(ProcessHandle::isAlive).orElse(false)
              && answers(URI.create(url.getAsString()))
          ? Optional.of(pid.getAsLong())
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonParseException | IllegalArgumentException e) {
      return Optional.empty(); // not written by Durascope, or half: of no use to anybody
    }
  }

  private static boolean answers(URI url) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), PROBE_TIMEOUT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Removes the file, unless another process has replaced it. */
  @Override
  public void close() throws IOException {
    try {
      if (Files.readString(path, UTF_8).equals(text)) {
        Files.deleteIfExists(path);
      }
    } catch (NoSuchFileException e) {
      // removed by hand: as it should be
    }
  }
}
