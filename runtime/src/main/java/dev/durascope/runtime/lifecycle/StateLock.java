package dev.durascope.runtime.lifecycle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Says that one process, and no other, has the objects of a worker: two would each bring the same
 * object to life. It is a lock of the operating system, which ends with the process however that
 * ends; the file that it is on stays, with the number of the process that had it last.
 *
 * <p>POSIX drops a process's locks on a file as soon as the process closes that file, through
 * whichever handle. So a file that this process has locked is not opened again, not even to be
 * read.
 */
public final class StateLock implements AutoCloseable {
  /** Behind the text, which so can be read while the lock is held, on Windows too. */
  private static final long LOCKED_BYTE = 1L << 30;

  /** How long a process that has the lock may take to end, in milliseconds. */
  private static final long PATIENCE_MILLIS = 3_000;

  /** Before the number in the file. */
  private static final String OWNER = "process ";

  /** The files that this process has locked; locks are those of a process, so this is too. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  /** Nothing is released where somebody else in this process holds the lock. */
  private static final StateLock SHARED = new StateLock(Path.of(""), null, null);

  private final Path file;
  private final @Nullable FileChannel channel;
  private final @Nullable FileLock lock;

  private StateLock(Path file, @Nullable FileChannel channel, @Nullable FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock of a worker.
   *
   * @param root the folder of state
   * @throws LifecycleException if another has it; the message says which process
   */
  public static StateLock take(Path root, String worker) throws LifecycleException {
    try {
      var file = file(root, worker);
      if (!OWN.add(file)) {
        throw taken(root, worker, OWNER + ProcessHandle.current().pid() + ", this one");
      }
      return lock(root, worker, file);
    } catch (IOException e) {
      throw failed(worker, e);
    }
  }

  /**
   * Takes the lock of a worker, or shares it where this very process has it.
   *
   * @throws LifecycleException if another process has it
   */
  static StateLock takeOrShare(Path root, String worker) throws LifecycleException {
    try {
      var file = file(root, worker);
      return OWN.add(file) ? lock(root, worker, file) : SHARED;
    } catch (IOException e) {
      throw failed(worker, e);
    }
  }

  private static Path file(Path root, String worker) throws IOException {
    return Files.createDirectories(root.resolve("durascope/locks")).toRealPath().resolve(worker);
  }

  private static StateLock lock(Path root, String worker, Path file)
      throws IOException, LifecycleException {
    FileLock lock = null;
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock == null && awaitEnd(Files.readString(file).strip())) {
        lock = channel.tryLock(LOCKED_BYTE, 1, false);
      }
      if (lock == null) {
        throw taken(root, worker, Files.readString(file).strip());
      }
      var text = OWNER + ProcessHandle.current().pid() + "\n";
      channel.truncate(0);
      var _ = channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
      return new StateLock(file, channel, lock);
    } finally {
      if (lock == null) {
        OWN.remove(file);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  /**
   * Waits a little for a process to end, as one does that an editor has just told to: its successor
   * may be here before it is gone. False if it lives on.
   */
  private static boolean awaitEnd(String owner) {
    try {
      var process = ProcessHandle.of(Long.parseLong(owner.substring(OWNER.length())));
      if (process.isPresent()) {
        process.get().onExit().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      }
      return true;
    } catch (TimeoutException | ExecutionException | NumberFormatException e) {
      return false;
    } catch (StringIndexOutOfBoundsException e) {
      return false; // the owner has the lock and has not written yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static LifecycleException taken(Path root, String worker, String owner) {
    return new LifecycleException(
        "Another durascope ("
            + owner
            + ") has the data of \""
            + worker
            + "\" in "
            + root
            + ". Two on one data would each bring the same objects to life. End that one, or give"
            + " this one data of its own: --persist-to FOLDER.");
  }

  private static LifecycleException failed(String worker, IOException e) {
    return new LifecycleException("The data of \"" + worker + "\" cannot be locked: " + e, e);
  }

  /** Gives the data free. */
  @Override
  public void close() {
    if (channel == null || lock == null) {
      return;
    }
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("a lock is released by closing its file", e);
    } finally {
      OWN.remove(file);
    }
  }
}
