package dev.durascope.runtime.lifecycle;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Held while the journal of a folder of state is written, by one process and one thread in it:
 * whoever finds a journal while holding this knows that its writer is dead.
 */
final class JournalLock implements AutoCloseable {
  /** File locks are those of a process; its threads take turns here. */
  private static final ReentrantLock TURN = new ReentrantLock();

  private final FileChannel channel;

  private JournalLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits for the lock; it is held for milliseconds. */
  static JournalLock take(LifecycleFiles disk) throws IOException {
    TURN.lock();
    var taken = false;
    try {
      Files.createDirectories(disk.lifecycle());
      var channel = open(disk.lifecycle().resolve("lock"));
      try {
        var _ = channel.lock();
        taken = true;
        return new JournalLock(channel);
      } finally {
        if (!taken) {
          channel.close();
        }
      }
    } finally {
      if (!taken) {
        TURN.unlock();
      }
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      TURN.unlock();
    }
  }
}
