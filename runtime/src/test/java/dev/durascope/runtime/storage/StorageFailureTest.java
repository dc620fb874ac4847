package dev.durascope.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad disks and files: what happened, where and what to do; and nothing is lost. */
class StorageFailureTest {

  private static final String ID = ObjectStoreContract.ID;
  private static final byte[] VALUE = ObjectStoreContract.bytes("value");

  @TempDir Path persist;

  private Path folder() {
    return persist.resolve("v3/do/sample-Room");
  }

  private Path file() {
    return folder().resolve(ID + ".sqlite");
  }

  private SqliteNamespaceStorage namespace(long maxPages) {
    return SqliteNamespaceStorage.at(
        persist, "sample-Room", new SqliteFile.Limits(maxPages, Duration.ofMillis(100)));
  }

  private SqliteNamespaceStorage namespace() {
    return namespace(SqliteFile.MAX_PAGES);
  }

  private void storeOne() {
    try (var namespace = namespace();
        var store = namespace.open(ID, null)) {
      store.put("kept", VALUE);
      store.commit();
    }
  }

  private static void fails(ThrowingCallable action, StorageException.Kind kind, String... parts) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContainingAll(parts)
        .hasMessageEndingWith(kind.remedy());
  }

  @Test
  void aFileThatIsNoDatabase() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(file(), "no database, but of more than a hundred bytes. ".repeat(5));
    try (var namespace = namespace();
        var store = namespace.open(ID, null)) {
      fails(
          () -> store.get("k"),
          StorageException.Kind.CORRUPT,
          file().toString(),
          "file is not a database");
      fails(() -> store.put("k", VALUE), StorageException.Kind.CORRUPT, file().toString());
      assertThat(namespace.inspector().objects(null, 10).items())
          .as("listed all the same, so that somebody may remove it")
          .singleElement()
          .satisfies(object -> assertThat(object.id()).isEqualTo(ID));
    }
    assertThat(Files.readString(file())).startsWith("no database");
  }

  @Test
  void aDamagedPage() throws IOException {
    try (var namespace = namespace();
        var store = namespace.open(ID, null)) {
      for (int i = 0; i < 1_000; i++) {
        store.put("key " + i, new byte[100]);
      }
      store.commit();
    }
    try (var bytes = new RandomAccessFile(file().toFile(), "rw")) {
      for (int page = 2; page < 20; page++) {
        bytes.seek(page * 4096L);
        bytes.write(new byte[200]);
      }
    }
    try (var namespace = namespace();
        var store = namespace.open(ID, null)) {
      fails(
          () -> store.list(ListOptions.ALL),
          StorageException.Kind.CORRUPT,
          file().toString(),
          "could not list keys");
    }
  }

  /** SQLite refuses to write a file whose header names a newer format for writing. */
  @Test
  void aFileThatMayNotBeWritten() throws IOException {
    storeOne();
    try (var bytes = new RandomAccessFile(file().toFile(), "rw")) {
      bytes.seek(18);
      bytes.write(3);
    }
    try (var namespace = namespace();
        var store = namespace.open(ID, null)) {
      assertThat(store.get("kept")).hasValue(VALUE);
      fails(
          () -> store.put("k", VALUE),
          StorageException.Kind.READ_ONLY,
          file().toString(),
          "readonly");
      store.rollback();
      assertThat(store.get("kept")).hasValue(VALUE);
      fails(
          () -> namespace.inspector().delete(ID, "kept"),
          StorageException.Kind.READ_ONLY,
          file().toString());
    }
  }

  @Test
  void aFolderThatCannotBeMade() throws IOException {
    Files.writeString(persist.resolve("v3"), "a file where a folder should be");
    try (var namespace = namespace();
        var store = namespace.open(ID, null)) {
      assertThat(store.get("k")).isEmpty();
      fails(() -> store.put("k", VALUE), StorageException.Kind.UNREACHABLE, folder().toString());
      fails(
          () -> namespace.alarms().set(new ScheduledAlarm(ID, null, 1)),
          StorageException.Kind.UNREACHABLE,
          folder().toString());
    }
  }

  @Test
  void aFullDiskLosesNothingThatWasCommitted() {
    storeOne();
    try (var namespace = namespace(20);
        var store = namespace.open(ID, null)) {
      store.put("small", VALUE);
      fails(
          () -> store.put("large", new byte[200_000]),
          StorageException.Kind.FULL,
          file().toString(),
          "could not write a key",
          "full");
      store.rollback();
      assertThat(store.list(ListOptions.ALL)).containsExactly(new StoredEntry("kept", VALUE));
      fails(() -> store.put("large", new byte[200_000]), StorageException.Kind.FULL, "full");
      store.rollback();
      store.put("after", VALUE);
      store.commit();
      assertThat(store.get("after")).hasValue(VALUE);
    }
  }

  @Test
  void anotherProgramThatHoldsTheFile() {
    storeOne();
    try (var namespace = namespace();
        var other = namespace.open(ID, null);
        var store = namespace.open(ID, null)) {
      other.put("k", VALUE);
      fails(() -> store.put("k", VALUE), StorageException.Kind.BUSY, file().toString(), "locked");
      assertThat(store.hasPendingWrites()).isFalse();
      other.commit();
      store.put("k", VALUE);
      store.commit();
    }
  }
}
