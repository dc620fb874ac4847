package dev.durascope.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.storage.history.DatabaseHistory;
import dev.durascope.runtime.storage.history.HistoryException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the history of an object's file survives, and how far it reaches. */
class DatabaseHistoryTest {
  private static final String ID = "ab".repeat(32);
  private static final long DAY = Duration.ofDays(1).toMillis();

  private static final int MARK_BYTES = 1 + 4 + 28 + 4;

  @TempDir private Path directory;
  private long now = 1_800_000_000_000L;

  private ObjectStore open(Path persist) {
    return SqliteNamespaceStorage.at(persist, "w-C", SqliteFile.Limits.STANDARD, () -> now += 10)
        .open(ID, null);
  }

  private Path file(Path persist, String suffix) {
    return persist.resolve("v3/do/w-C/" + ID + suffix);
  }

  private static DatabaseHistory history(ObjectStore store) {
    return store.history().orElseThrow();
  }

  private static String put(ObjectStore store, String key, String value) {
    store.put(key, value.getBytes(StandardCharsets.UTF_8));
    store.commit();
    return history(store).current();
  }

  private static Map<String, String> content(ObjectStore store) {
    var content = new TreeMap<String, String>();
    store
        .list(ListOptions.ALL)
        .forEach(
            entry -> content.put(entry.key(), new String(entry.value(), StandardCharsets.UTF_8)));
    return content;
  }

  private Map<String, String> restored(Path persist, String bookmark) {
    try (var store = open(persist)) {
      history(store).restoreAtNextSession(bookmark);
    }
    try (var store = open(persist)) {
      return content(store);
    }
  }

  @Test
  void everyStateOfManySessionsComesBack() {
    var random = new Random(5);
    var states = new TreeMap<String, Map<String, String>>();
    for (int session = 0; session < 6; session++) {
      try (var store = open(directory)) {
        for (int i = 0; i < 25; i++) {
          change(store, random);
          states.put(history(store).current(), content(store));
        }
      }
    }
    var bookmarks = new ArrayList<>(states.keySet());
    for (int i = 0; i < 12; i++) {
      var bookmark = bookmarks.get(random.nextInt(bookmarks.size()));
      assertThat(restored(directory, bookmark)).isEqualTo(states.get(bookmark));
    }
  }

  private static void change(ObjectStore store, Random random) {
    for (int j = 0; j < 4; j++) {
      var key = "key" + random.nextInt(40);
      if (random.nextInt(4) == 0) {
        store.delete(key);
      } else {
        store.put(
            key,
            Integer.toString(random.nextInt())
                .repeat(random.nextInt(1500))
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    if (random.nextInt(40) == 0) {
      store.deleteAll(DeleteAllScope.CONTENT_AND_ALARM);
    }
    store.commit();
  }

  @Test
  void aLogThatIsFoldedHalfwayLosesNothing() throws IOException {
    String early;
    try (var store = open(directory)) {
      early = put(store, "first", "1");
      for (int i = 0; i < 400; i++) {
        put(store, "big" + i % 7, Integer.toString(i).repeat(8_000));
      }
      assertThat(Files.size(file(directory, ".sqlite-wal"))).isLessThan(6_000_000);
    }
    assertThat(restored(directory, early)).containsOnlyKeys("first");
  }

  @Test
  void commitsThatAKilledProcessHasLeftInTheLogAreRecorded() throws IOException {
    var killed = directory.resolve("killed");
    String first;
    try (var store = open(directory)) {
      first = put(store, "a", "1");
      store.put("a", "2".getBytes(StandardCharsets.UTF_8));
      store.commit();
      Files.createDirectories(file(killed, "").getParent());
      for (var suffix : List.of(".sqlite", ".sqlite-wal", ".history")) {
        Files.copy(file(directory, suffix), file(killed, suffix));
      }
    }
    try (var store = open(killed)) {
      assertThat(content(store)).containsEntry("a", "2");
      put(store, "b", "3");
    }
    assertThat(restored(killed, first)).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void aHalfWrittenRecordIsCutOff() throws IOException {
    String first;
    try (var store = open(directory)) {
      first = put(store, "a", "1");
      put(store, "a", "2");
    }
    Files.write(
        file(directory, ".history"), new byte[] {1, 0, 0, 1, 0, 7}, StandardOpenOption.APPEND);
    assertThat(restored(directory, first)).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void commitsWhoseMarkWasNotWrittenAreTakenDownAgainAndNotTwice() throws IOException {
    var killed = directory.resolve("killed");
    Files.createDirectories(file(killed, "").getParent());
    String first;
    try (var store = open(directory)) {
      first = put(store, "a", "1");
      put(store, "a", "2");
      for (var suffix : List.of(".sqlite", ".sqlite-wal", ".history")) {
        Files.copy(file(directory, suffix), file(killed, suffix));
      }
    }
    try (var history = FileChannel.open(file(killed, ".history"), StandardOpenOption.WRITE)) {
      history.truncate(history.size() - MARK_BYTES);
    }
    try (var store = open(killed)) {
      put(store, "b", "3");
    }
    assertThat(restored(killed, first)).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void whatAnotherProgramHasWrittenBeginsTheHistoryAnew() throws IOException {
    String first;
    try (var store = open(directory)) {
      first = put(store, "a", "1");
    }
    try (var other =
        SqliteFile.openOrCreate(file(directory, ".sqlite"), SqliteFile.Limits.STANDARD)) {
      other.execute("change", "UPDATE _cf_KV SET value = x'39393939'");
    }
    var written = Files.getLastModifiedTime(file(directory, ".sqlite")).toMillis();
    Files.setLastModifiedTime(file(directory, ".sqlite"), FileTime.fromMillis(written + 1_000));
    try (var store = open(directory)) {
      assertThatThrownBy(() -> history(store).restoreAtNextSession(first))
          .isInstanceOf(HistoryException.class)
          .hasMessageContaining("begins anew when another program has written the database");
      var later = put(store, "b", "2");
      assertThat(later).isGreaterThan(first);
    }
  }

  @Test
  void aHistoryIsKeptForThirtyDays() {
    String old;
    try (var store = open(directory)) {
      old = put(store, "a", "1");
    }
    now += 20 * DAY;
    String recent;
    try (var store = open(directory)) {
      recent = put(store, "a", "2");
      put(store, "a", "3");
      assertThat(history(store).at(now - 10 * DAY)).isEqualTo(old);
    }
    now += 15 * DAY;
    try (var store = open(directory)) {
      assertThat(content(store)).containsEntry("a", "3");
      assertThatThrownBy(() -> history(store).restoreAtNextSession(old))
          .isInstanceOf(HistoryException.class);
    }
    assertThat(restored(directory, recent)).isEqualTo(Map.of("a", "2"));
  }

  @Test
  void theTimeBeforeTheFirstWriteIsEmpty() {
    long before = now;
    now += DAY;
    String empty;
    try (var store = open(directory)) {
      put(store, "a", "1");
      empty = history(store).at(before);
      assertThatThrownBy(() -> history(store).at(before - 40 * DAY))
          .isInstanceOf(HistoryException.class)
          .hasMessageContaining("does not go back to that time");
    }
    assertThat(restored(directory, empty)).isEmpty();
  }

  @Test
  void theAlarmOfTheClassFollows() {
    var namespace = SqliteNamespaceStorage.at(directory, "w-C");
    String then;
    try (var store = namespace.open(ID, null)) {
      store.setAlarm(4_000_000_000_000L);
      store.commit();
      then = history(store).current();
      store.setAlarm(5_000_000_000_000L);
      store.commit();
      history(store).restoreAtNextSession(then);
    }
    try (var store = namespace.open(ID, null)) {
      assertThat(store.alarm()).hasValue(4_000_000_000_000L);
      assertThat(store.wasRestored()).isTrue();
      assertThat(store.wasRestored()).isFalse();
    }
    assertThat(namespace.alarms().all())
        .singleElement()
        .extracting(ScheduledAlarm::epochMillis)
        .isEqualTo(4_000_000_000_000L);
    namespace.close();
  }
}
