package dev.durascope.runtime.bundle.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches a set of files, some of which may not exist yet, and calls back once per burst of
 * changes.
 *
 * <p>The system watches directories, not files, which suits us: an editor that saves by renaming a
 * new file over the old one changes the directory, and a watch on the file would be left with the
 * old one. So the directory of each file is watched, and beneath the root also the directories
 * above it, so that one which goes away and comes back, as in a branch switch, is taken up again.
 *
 * <p>A file that is missing is waited for at the nearest directory that exists. It may be named by
 * an import without its extension: any new neighbour whose name begins alike counts.
 *
 * <p>Contract: a change that happened after {@link #watch} returned is reported, with the path that
 * changed. A report may be one too many, never one too few.
 */
public final class SourceWatcher implements AutoCloseable {
  /** How long no change may come before a batch ends: an editor's several writes are nearer. */
  public static final Duration QUIET = Duration.ofMillis(15);

  /** How long after its first change a batch ends in any case. */
  public static final Duration LONGEST_BATCH = Duration.ofMillis(500);

  private static final Logger LOG = System.getLogger(SourceWatcher.class.getName());

  private final Path root;
  private final WatchService service;
  private final Delay delay;
  private final QuietPeriod changes;
  private final Map<Path, WatchKey> watchedDirectories = new HashMap<>();
  private Set<Path> files = Set.of();
  private Set<Path> folders = Set.of();

  private SourceWatcher(
      Path root, WatchService service, Delay delay, Consumer<Set<Path>> onChange) {
    this.root = root;
    this.service = service;
    this.delay = delay;
    this.changes = new QuietPeriod(delay, QUIET, LONGEST_BATCH, onChange);
  }

  /**
   * Starts watching nothing yet.
   *
   * @param root the project's directory, absolute
   * @param onChange gets the paths that changed; runs on the delay's thread
   */
  public static SourceWatcher start(Path root, Delay delay, Consumer<Set<Path>> onChange)
      throws IOException {
    var service = FileSystems.getDefault().newWatchService();
    var watcher = new SourceWatcher(root, service, delay, onChange);
    Thread.ofPlatform().daemon().name("source-watcher").start(watcher::run);
    return watcher;
  }

  /**
   * Watches these files and no others from now on. Of a directory among them everything beneath is
   * watched, but for what is installed and hidden.
   */
  public synchronized void watch(Set<Path> files) {
    this.files = Set.copyOf(files);
    refresh();
  }

  /** The directories among the files, with all beneath them. */
  private Set<Path> foldersWithin() {
    var found = new HashSet<Path>();
    for (var file : files) {
      if (Files.isDirectory(file)) {
        try {
          Files.walkFileTree(
              file,
              new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes it) {
                  var name = String.valueOf(directory.getFileName());
                  if (name.equals("node_modules")
                      || (name.startsWith(".") && !directory.equals(file))) {
                    return FileVisitResult.SKIP_SUBTREE;
                  }
                  found.add(directory);
                  return FileVisitResult.CONTINUE;
                }
              });
        } catch (IOException e) {
          LOG.log(Level.WARNING, "cannot watch {0} for changes: {1}", file, e.getMessage());
        }
      }
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    service.close();
    delay.close();
  }

  private void run() {
    try {
      while (true) {
        var key = service.take();
        handle(key);
      }
    } catch (ClosedWatchServiceException e) {
      // The way to end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void handle(WatchKey key) {
    var directory = (Path) key.watchable();
    for (var event : key.pollEvents()) {
      if (event.kind().equals(OVERFLOW)) {
        refresh();
        changes.add(directory);
      } else if (event.context() instanceof Path name) {
        handle(event.kind(), directory.resolve(name));
      }
    }
    if (!key.reset()) {
      watchedDirectories.remove(directory, key);
      refresh();
    }
  }

  private void handle(WatchEvent.Kind<?> kind, Path changed) {
    var isWithin = folders.contains(changed.getParent());
    if (files.contains(changed) || isWithin) {
      changes.add(changed);
    }
    if (isWithin && kind.equals(ENTRY_CREATE) && Files.isDirectory(changed)) {
      refresh();
    }
    if (kind.equals(ENTRY_MODIFY)) {
      return;
    }
    if (files.stream().anyMatch(file -> !file.equals(changed) && file.startsWith(changed))) {
      // A directory above some of the files came or went; a watch on one that went is of no use.
      if (kind.equals(ENTRY_DELETE)) {
        forgetBeneath(changed);
      }
      refresh();
      changes.add(changed);
    } else if (kind.equals(ENTRY_CREATE) && isAwaited(changed)) {
      changes.add(changed);
    }
  }

  /** Whether a missing file might be meant by the new one: {@code ./room} by {@code room.ts}. */
  private boolean isAwaited(Path created) {
    var name = String.valueOf(created.getFileName());
    return files.stream()
        .filter(file -> Objects.equals(created.getParent(), file.getParent()))
        .anyMatch(file -> name.startsWith(stem(file)) && !Files.exists(file));
  }

  private void forgetBeneath(Path directory) {
    watchedDirectories
        .entrySet()
        .removeIf(
            entry -> {
              var gone = entry.getKey().startsWith(directory);
              if (gone) {
                entry.getValue().cancel();
              }
              return gone;
            });
  }

  /** Registers the directories that are of interest now, and drops those that no longer are. */
  private void refresh() {
    folders = foldersWithin();
    var wanted = new HashSet<>(folders);
    for (var file : files) {
      var directory = nearestExisting(file.getParent());
      while (directory != null
          && (wanted.add(directory) || folders.contains(directory))
          && directory.startsWith(root)
          && !directory.equals(root)) {
        directory = directory.getParent();
      }
    }
    watchedDirectories
        .entrySet()
        .removeIf(
            entry -> {
              var dropped = !wanted.contains(entry.getKey());
              if (dropped) {
                entry.getValue().cancel();
              }
              return dropped;
            });
    for (var directory : wanted) {
      if (!watchedDirectories.containsKey(directory)) {
        register(directory);
      }
    }
  }

  private void register(Path directory) {
    try {
      watchedDirectories.put(
          directory, directory.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY));
    } catch (IOException e) {
      // Gone since we looked, or the system's limit on watches: the project runs on without.
      LOG.log(Level.WARNING, "cannot watch {0} for changes: {1}", directory, e.getMessage());
    }
  }

  private static @Nullable Path nearestExisting(@Nullable Path directory) {
    var candidate = directory;
    while (candidate != null && !Files.isDirectory(candidate)) {
      candidate = candidate.getParent();
    }
    return candidate;
  }

  private static String stem(Path file) {
    var name = String.valueOf(file.getFileName());
    var dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }
}
