package dev.durascope.runtime.bundle.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.bundle.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against the real file system. Nothing sleeps: each test waits for the report that it is about.
 */
class SourceWatcherTest {
  private static final long PATIENCE_SECONDS = 20;

  @TempDir Path dir;
  private final LinkedBlockingQueue<Set<Path>> reports = new LinkedBlockingQueue<>();
  private TestProject project;
  private SourceWatcher watcher;

  @BeforeEach
  void start() throws IOException {
    project = new TestProject(dir);
    watcher = SourceWatcher.start(dir, Delay.real(), reports::add);
  }

  @AfterEach
  void stop() throws IOException {
    watcher.close();
  }

  @Test
  void aSaveIsReportedAndOtherFilesAreNot() throws Exception {
    var file = project.write("src/index.ts", "1");
    var other = project.write("src/other.txt", "1");
    watcher.watch(Set.of(file));
    project.write("src/other.txt", "2");
    project.write("src/new.txt", "2");
    project.write("src/index.ts", "2");
    assertThat(reportsUntil(file)).doesNotContain(other).doesNotContain(dir.resolve("src/new.txt"));
  }

  @Test
  void aFileReplacedByARenameIsReportedEachTime() throws Exception {
    var file = project.write("index.ts", "1");
    watcher.watch(Set.of(file));
    for (var round = 0; round < 3; round++) {
      var fresh = project.write(".index.ts.tmp", "round " + round);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      assertThat(reportsUntil(file)).containsOnly(file);
    }
  }

  @Test
  void aFileInADirectoryThatIsNewSinceIsReported() throws Exception {
    var first = project.write("index.ts", "1");
    watcher.watch(Set.of(first));
    var second = project.write("lib/deep/x.ts", "1");
    watcher.watch(Set.of(first, second));
    project.write("lib/deep/x.ts", "2");
    assertThat(reportsUntil(second)).contains(second);
  }

  @Test
  void aMissingFileIsAwaitedAlsoUnderAnExtensionAndInADirectoryThatIsMissingToo() throws Exception {
    watcher.watch(Set.of(dir.resolve("lib/deep/x")));
    var file = project.write("lib/deep/x.ts", "1");
    // The directories may be noticed before the file is in them, or with it.
    var seen = nextReport();
    while (!Files.exists(file)) {
      seen = nextReport();
    }
    assertThat(seen).allMatch(path -> file.startsWith(path));
  }

  @Test
  void aDirectoryThatGoesAndComesBackIsTakenUpAgain() throws Exception {
    var file = project.write("src/deep/index.ts", "1");
    watcher.watch(Set.of(file));
    Files.move(dir.resolve("src"), dir.resolve("away"));
    reportsUntil(dir.resolve("src"));
    Files.move(dir.resolve("away"), dir.resolve("src"));
    reportsUntil(dir.resolve("src"));
    project.write("src/deep/index.ts", "2");
    reportsUntil(file);
  }

  @Test
  void whatIsNoLongerWatchedIsNotReported() throws Exception {
    var first = project.write("a/1.ts", "1");
    var second = project.write("b/2.ts", "1");
    watcher.watch(Set.of(first));
    watcher.watch(Set.of(second));
    project.write("a/1.ts", "2");
    project.write("b/2.ts", "2");
    assertThat(reportsUntil(second)).doesNotContain(first);
  }

  private Set<Path> nextReport() throws InterruptedException {
    var report = reports.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(report).as("a report within %s s", PATIENCE_SECONDS).isNotNull();
    return report;
  }

  private Set<Path> reportsUntil(Path path) throws InterruptedException {
    var seen = new HashSet<Path>();
    while (!seen.contains(path)) {
      seen.addAll(nextReport());
    }
    return seen;
  }
}
