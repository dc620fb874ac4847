package dev.durascope.runtime.storage.history;

import dev.durascope.runtime.storage.history.HistoryFile.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeMap;

/**
 * A database as it was after an earlier commit, in a file of its own, and what that changes: the
 * changes of all later commits, taken together.
 *
 * @param path the file
 * @param pagesBefore how many pages the database has now
 * @param changes what leads from now to then, and back
 */
record RestoredFile(Path path, int pagesBefore, List<PageChange> changes) {

  private static final int PAGE_SIZE_AT = 16;

  static Path pathFor(Path database) {
    return Path.of(database + ".restored");
  }

  /** Makes the file; the database is closed, and all of it is in its file. */
  static RestoredFile make(Path database, HistoryFile history, long number) throws IOException {
    int pageSize = pageSize(database);
    int pagesNow = (int) (Files.size(database) / pageSize);
    int pagesThen = pagesNow;
    boolean isFirst = true;
    var undone = new TreeMap<Integer, byte[]>();
    for (var entry : history.read(commit -> commit.number() > number)) {
      if (entry instanceof Entry.Commit commit && commit.number() > number) {
        pagesThen = isFirst ? commit.pagesBefore() : pagesThen;
        isFirst = false;
        for (var change : commit.changes()) {
          change.applyTo(undone.computeIfAbsent(change.page(), _ -> new byte[pageSize]));
        }
      }
    }
    var fresh = pathFor(database);
    Files.copy(database, fresh, StandardCopyOption.REPLACE_EXISTING);
    try (var channel = FileChannel.open(fresh, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      for (var page : undone.entrySet()) {
        undo(channel, (page.getKey() - 1L) * pageSize, page.getValue());
      }
      channel.truncate((long) pagesThen * pageSize);
    }
    var nothing = new byte[pageSize];
    var changes =
        undone.entrySet().stream()
            .map(page -> PageChange.between(page.getKey(), nothing, page.getValue()))
            .filter(change -> !change.isEmpty())
            .toList();
    return new RestoredFile(fresh, pagesNow, changes);
  }

  private static void undo(FileChannel channel, long at, byte[] undone) throws IOException {
    var content = ByteBuffer.allocate(undone.length);
    while (content.hasRemaining() && channel.read(content, at + content.position()) >= 0) {}
    var bytes = content.array();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= undone[i];
    }
    var out = ByteBuffer.wrap(bytes);
    while (out.hasRemaining()) {
      channel.write(out, at + out.position());
    }
  }

  /** Two bytes of the database's header; 1 stands for 65,536, and an empty file has none. */
  private static int pageSize(Path database) throws IOException {
    try (var channel = FileChannel.open(database, StandardOpenOption.READ)) {
      var bytes = ByteBuffer.allocate(Short.BYTES);
      channel.read(bytes, PAGE_SIZE_AT);
      return switch (Short.toUnsignedInt(bytes.getShort(0))) {
        case 0 -> 4_096;
        case 1 -> 65_536;
        default -> Short.toUnsignedInt(bytes.getShort(0));
      };
    }
  }
}
