package dev.durascope.runtime.storage.history;

import dev.durascope.runtime.storage.history.HistoryFile.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The history of one database: from the state of now back to any commit that it has recorded.
 *
 * <p><b>Recording</b> costs a commit next to nothing: only its time is noted. The commits are in
 * SQLite's write-ahead log anyway. Before the log is folded into the database, and only then,
 * {@link #record} reads it and appends what each commit changed to {@code ID.history}. So SQLite
 * must never fold the log by itself; {@link #isDue} says when to.
 *
 * <p><b>Going back</b> takes the changes of all later commits from the pages of now. The result is
 * written as a new file that then takes the database's place, and is a commit of the history like
 * any other: it can be undone. A killed process leaves either the old file or the new one.
 *
 * <p>If anybody else has written the file in the meantime (wrangler, say), the changes no longer
 * lead back from what is there: the history begins anew.
 */
public final class DatabaseHistory implements AutoCloseable {
  /** How far back one can go, as in production. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** How large a history may become; then its older half goes. */
  static final long MAX_BYTES = 256L * 1024 * 1024;

  /** The log is folded into the database when it has this many bytes: SQLite's thousand pages. */
  private static final long MAX_LOG_BYTES = 1_000L * 4_120;

  private final Path database;
  private final Path log;
  private final HistoryFile file;
  private final LongSupplier clock;

  /** Kept open as long as SQLite has the file: to close it would end SQLite's locks. */
  private @Nullable FileChannel pages;

  private @Nullable FileChannel logChannel;
  private long logBytes;
  private long dueBytes = MAX_LOG_BYTES;

  /** Size of the log after a commit, and the commit's time. */
  private final List<long[]> times = new ArrayList<>();

  private long last;
  private Entry.Mark mark = new Entry.Mark(0, 0, 0, 0);
  private Entry.@Nullable Request request;

  private DatabaseHistory(Path database, LongSupplier clock) {
    this.database = database;
    this.log = Path.of(database + "-wal");
    this.file = new HistoryFile(fileOf(database));
    this.clock = clock;
  }

  /** Where the history of a database is: {@code ID.history} for {@code ID.sqlite}. */
  public static Path fileOf(Path database) {
    var name = database.getFileName().toString();
    var dot = name.lastIndexOf('.');
    return database.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".history");
  }

  /** Reads the history of a database that is not open. */
  public static DatabaseHistory of(Path database, LongSupplier clock) {
    return attempt(
        () -> {
          var history = new DatabaseHistory(database, clock);
          history.open();
          return history;
        });
  }

  private void open() throws IOException {
    var entries = file.read(_ -> false);
    for (var entry : entries) {
      switch (entry) {
        case Entry.Commit commit -> last = commit.number();
        case Entry.Mark newer -> mark = newer;
        case Entry.Request asked -> request = asked;
        case Entry.Restored _ -> request = null;
      }
    }
    var fresh = RestoredFile.pathFor(database);
    if (Files.exists(fresh)) {
      // A restoration that was recorded is finished; one that was not never happened.
      if (isMarked(fresh)) {
        Files.move(fresh, database, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.delete(fresh);
      }
    }
    if (!entries.isEmpty() && !leadsToHere()) {
      file.delete();
      last = nextNumber(clock.getAsLong()); // no bookmark of the former history is one of this
      mark = new Entry.Mark(0, 0, 0, 0);
      request = null;
    }
    trim(entries);
  }

  /** Whether the database is as the last mark says, or the log goes on from there. */
  private boolean leadsToHere() throws IOException {
    if (!Files.exists(database)) {
      return false;
    }
    if (mark.salt() == 0) {
      return isMarked(database);
    }
    var now = WriteAheadLog.read(log);
    return now.frames().isEmpty() || now.salt() == mark.salt();
  }

  private long oldestTime() {
    return clock.getAsLong() - KEPT.toMillis();
  }

  private boolean isMarked(Path path) throws IOException {
    return Files.getLastModifiedTime(path).toMillis() == mark.modified()
        && Files.size(path) == mark.size();
  }

  private void trim(List<Entry> entries) throws IOException {
    long oldest = oldestTime();
    var commits =
        entries.stream().filter(Entry.Commit.class::isInstance).map(Entry.Commit.class::cast);
    var old = commits.filter(commit -> commit.time() < oldest).count();
    boolean tooLarge = file.size() > MAX_BYTES;
    if (old * 4 <= entries.size() && !tooLarge) {
      return;
    }
    var all = file.read(_ -> true);
    int drop = tooLarge ? all.size() / 2 : 0;
    var kept = new ArrayList<Entry>();
    for (int i = 0; i < all.size(); i++) {
      var entry = all.get(i);
      boolean isOld = entry instanceof Entry.Commit commit && (commit.time() < oldest || i < drop);
      if (!isOld) {
        kept.add(entry);
      }
    }
    file.keepOnly(kept);
  }

  /** A commit is done. */
  public void committed() {
    perform(
        () -> {
          if (logChannel == null && Files.exists(log)) {
            logChannel = FileChannel.open(log, StandardOpenOption.READ);
          }
          if (logChannel != null) {
            long size = logChannel.size();
            if (size != logBytes) {
              logBytes = size;
              times.add(new long[] {size, clock.getAsLong()});
            }
          }
        });
  }

  /** Whether the log has become so large that it should be folded into the database. */
  public boolean isDue() {
    return logBytes > dueBytes;
  }

  /** Takes down what the log has; to be called while no transaction writes, before it is folded. */
  public void record() {
    perform(
        () -> {
          recordLog();
        });
  }

  private void recordLog() throws IOException {
    var now = WriteAheadLog.read(log);
    int from = now.salt() == mark.salt() ? mark.frames() : 0;
    if (now.frames().size() <= from) {
      return;
    }
    var current = new HashMap<Integer, byte[]>();
    int pageCount = (int) (pagesChannel().size() / now.pageSize());
    for (var frame : now.frames().subList(0, from)) {
      current.put(frame.page(), frame.content());
      pageCount = frame.pagesAfter() == 0 ? pageCount : frame.pagesAfter();
    }
    var entries = new ArrayList<Entry>();
    var changes = new TreeMap<Integer, byte[]>();
    for (int i = from; i < now.frames().size(); i++) {
      var frame = now.frames().get(i);
      changes.put(frame.page(), frame.content());
      if (frame.pagesAfter() != 0) {
        for (int page = frame.pagesAfter() + 1; page <= pageCount; page++) {
          changes.put(page, new byte[now.pageSize()]); // what is cut off must come back
        }
        last = nextNumber(timeOf(i, now.pageSize()));
        entries.add(
            new Entry.Commit(
                last,
                timeOf(i, now.pageSize()),
                pageCount,
                differences(changes, current, now.pageSize())));
        pageCount = frame.pagesAfter();
        changes.clear();
      }
    }
    mark = new Entry.Mark(now.salt(), now.frames().size(), 0, 0);
    entries.add(mark);
    file.append(entries);
  }

  private long nextNumber(long time) {
    return Math.max(last + 1, time * Bookmark.PER_MILLI);
  }

  private long timeOf(int frame, int pageSize) throws IOException {
    long end =
        WriteAheadLog.HEADER_BYTES + (frame + 1L) * (WriteAheadLog.FRAME_HEADER_BYTES + pageSize);
    for (var time : times) {
      if (time[0] >= end) {
        return time[1];
      }
    }
    return Files.getLastModifiedTime(log).toMillis(); // written by a process that was killed
  }

  private List<PageChange> differences(
      Map<Integer, byte[]> changes, Map<Integer, byte[]> current, int pageSize) throws IOException {
    var differences = new ArrayList<PageChange>(changes.size());
    for (var change : changes.entrySet()) {
      int page = change.getKey();
      var known = current.get(page);
      var before = known == null ? storedPage(page, pageSize) : known;
      var difference = PageChange.between(page, before, change.getValue());
      if (!difference.isEmpty()) {
        differences.add(difference);
      }
      current.put(page, change.getValue());
    }
    return differences;
  }

  private byte[] storedPage(int page, int pageSize) throws IOException {
    var content = ByteBuffer.allocate(pageSize);
    long at = (page - 1L) * pageSize;
    while (content.hasRemaining() && pagesChannel().read(content, at + content.position()) >= 0) {}
    return content.array();
  }

  private FileChannel pagesChannel() throws IOException {
    if (pages == null) {
      pages = FileChannel.open(database, StandardOpenOption.READ);
    }
    return pages;
  }

  /** The log was folded into the database, unless somebody reads it; then that is tried later. */
  public void folded() {
    perform(
        () -> {
          boolean isEmpty = !Files.exists(log) || Files.size(log) == 0;
          dueBytes = isEmpty ? MAX_LOG_BYTES : 2 * logBytes;
          if (isEmpty) {
            times.clear();
            logBytes = 0;
          }
          if (isEmpty && mark.salt() != 0) {
            mark =
                new Entry.Mark(
                    0, 0, Files.getLastModifiedTime(database).toMillis(), Files.size(database));
            file.append(List.of(mark));
          }
        });
  }

  /** The bookmark of the last commit. */
  public String current() {
    record();
    return new Bookmark(last, 0).toString();
  }

  /** The bookmark of the last commit that was made by this time, in milliseconds since 1970. */
  public String at(long time) {
    record();
    return attempt(
        () -> {
          Entry.@Nullable Commit found = null;
          Entry.@Nullable Commit next = null;
          for (var entry : file.read(_ -> false)) {
            if (entry instanceof Entry.Commit commit) {
              if (commit.time() <= time) {
                found = commit;
              } else if (next == null) {
                next = commit;
              }
            }
          }
          if (found != null && time >= oldestTime()) {
            return new Bookmark(found.number(), 0).toString();
          }
          if (next != null && isFirst(next) && time >= oldestTime()) {
            return new Bookmark(next.number() - 1, 0).toString(); // before anything was stored
          }
          if (next == null && time >= clock.getAsLong()) {
            return new Bookmark(last, 0).toString();
          }
          throw new HistoryException(
              "The history of this Durable Object does not go back to that time. It begins with its"
                  + " first write, is kept for 30 days, and begins anew when another program has"
                  + " written the database.");
        });
  }

  /**
   * Has the database be as it was at a bookmark when the object starts anew.
   *
   * @return the bookmark that undoes it
   */
  public String restoreAtNextSession(String text) {
    record();
    return attempt(
        () -> {
          var bookmark =
              Bookmark.read(text)
                  .orElseThrow(() -> new HistoryException("\"" + text + "\" is not a bookmark."));
          long stamp = nextNumber(clock.getAsLong());
          request = new Entry.Request(resolve(bookmark, text), stamp);
          file.append(List.of(request));
          return new Bookmark(last, stamp).toString();
        });
  }

  /** The number of a commit after which there is a state to go back to. */
  private long resolve(Bookmark bookmark, String text) throws IOException {
    Entry.@Nullable Commit oldest = null;
    for (var entry : file.read(_ -> false)) {
      switch (entry) {
        case Entry.Commit commit -> {
          oldest = oldest == null ? commit : oldest;
          if (bookmark.equals(new Bookmark(commit.number(), 0)) && commit.time() >= oldestTime()) {
            return commit.number();
          }
        }
        case Entry.Restored restored -> {
          if (restored.stamp() == bookmark.stamp()) {
            return restored.before();
          }
        }
        case Entry.Mark _, Entry.Request _ -> {}
      }
    }
    if (bookmark.stamp() == 0 && isBefore(oldest, bookmark.number())) {
      return bookmark.number();
    }
    throw unknown(text);
  }

  /** The state before the oldest commit is one, too. Number 0 is that of an empty database. */
  private boolean isBefore(Entry.@Nullable Commit oldest, long number) {
    if (oldest == null) {
      return number == last;
    }
    return number == oldest.number() - 1 || (number == 0 && isFirst(oldest));
  }

  private static boolean isFirst(Entry.Commit commit) {
    return commit.pagesBefore() <= 1;
  }

  private static HistoryException unknown(String text) {
    return new HistoryException(
        "The bookmark "
            + text
            + " is not in the history of this Durable Object. It is kept for 30 days, and begins"
            + " anew when another program has written the database.");
  }

  /** Whether the database is to be restored before it is used; its log has to be folded first. */
  public boolean hasRequest() {
    return request != null;
  }

  /** Does what was asked for; the database is closed, and its log is folded. */
  public void restore() {
    perform(
        () -> {
          closeChannels();
          restoreFile();
        });
  }

  private void restoreFile() throws IOException {
    var asked = request;
    if (asked == null) {
      return;
    }
    var restored = RestoredFile.make(database, file, asked.number());
    long before = last;
    last = nextNumber(clock.getAsLong());
    mark =
        new Entry.Mark(
            0,
            0,
            Files.getLastModifiedTime(restored.path()).toMillis(),
            Files.size(restored.path()));
    file.append(
        List.of(
            new Entry.Commit(last, clock.getAsLong(), restored.pagesBefore(), restored.changes()),
            new Entry.Restored(before, asked.stamp()),
            mark));
    request = null;
    Files.move(restored.path(), database, StandardCopyOption.ATOMIC_MOVE);
  }

  /** To be called when SQLite has closed the file. */
  @Override
  public void close() {
    perform(
        () -> {
          closeChannels();
        });
  }

  private void closeChannels() throws IOException {
    if (pages != null) {
      pages.close();
      pages = null;
    }
    if (logChannel != null) {
      logChannel.close();
      logChannel = null;
    }
  }

  private interface Action<T> {
    T run() throws IOException;
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void perform(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T attempt(Action<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
