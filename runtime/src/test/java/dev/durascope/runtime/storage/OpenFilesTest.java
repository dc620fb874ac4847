package dev.durascope.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects out of memory hold no file open, so there may be many more of them than handles. */
class OpenFilesTest {
  private static final Path HANDLES = Path.of("/proc/self/fd");
  private static final int OBJECTS = 300;

  /** The database, its log and the log's index, and what the history reads of the first two. */
  private static final int FILES_OF_AN_OBJECT = 5;

  @TempDir private Path persist;

  private static String id(int number) {
    return "%064x".formatted(number);
  }

  /** How many handles of this process are of files in the folder. */
  private long open() throws IOException {
    var folder = persist.toRealPath();
    try (Stream<Path> handles = Files.list(HANDLES)) {
      return handles.filter(handle -> isIn(handle, folder)).count();
    }
  }

  private static boolean isIn(Path handle, Path folder) {
    try {
      return Files.readSymbolicLink(handle).startsWith(folder);
    } catch (IOException e) {
      return false; // closed meanwhile, as that of the listing itself
    }
  }

  @Test
  void aClosedObjectHoldsNoFile() throws IOException {
    assumeTrue(Files.isDirectory(HANDLES), "Linux tells which files are open");
    try (var namespace = SqliteNamespaceStorage.at(persist, "sample-Room")) {
      var stores = new ArrayList<ObjectStore>();
      for (var i = 0; i < OBJECTS; i++) {
        var store = namespace.open(id(i), null);
        store.put("key", new byte[] {1});
        store.commit();
        stores.add(store);
      }
      assertThat(open()).isBetween((long) OBJECTS, (long) OBJECTS * FILES_OF_AN_OBJECT);
      stores.forEach(ObjectStore::close);
      assertThat(open()).isZero();
      assertThat(namespace.inspector().objects(null, OBJECTS).items()).hasSize(OBJECTS);
      assertThat(open()).isZero();
    }
  }

  @Test
  void anObjectThatStoresNothingOpensNothing() throws IOException {
    assumeTrue(Files.isDirectory(HANDLES), "Linux tells which files are open");
    try (var namespace = SqliteNamespaceStorage.at(persist, "sample-Room");
        var store = namespace.open(id(0), "name")) {
      assertThat(store.get("key")).isEmpty();
      assertThat(store.alarm()).isEmpty();
      assertThat(open()).isZero();
      try (Stream<Path> files = Files.list(persist)) {
        assertThat(files).isEmpty();
      }
    }
  }
}
