package dev.durascope.runtime.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link ObjectStore} does; each backend runs all of it. */
abstract class ObjectStoreContract {

  static final String ID = "0123456789abcdef".repeat(4);

  private NamespaceStorage namespace;
  private ObjectStore store;

  abstract NamespaceStorage createNamespace();

  @BeforeEach
  void openStore() {
    namespace = createNamespace();
    store = namespace.open(ID, "lobby");
  }

  @AfterEach
  void closeStore() {
    store.close();
    namespace.close();
  }

  private void reopen(@Nullable String name) {
    store.close();
    store = namespace.open(ID, name);
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private void put(String... keys) {
    for (String key : keys) {
      store.put(key, bytes("value of " + key));
    }
  }

  private List<String> keys(ListOptions options) {
    return store.list(options).stream().map(StoredEntry::key).toList();
  }

  private List<String> keys() {
    return keys(ListOptions.ALL);
  }

  @Test
  void anObjectThatStoredNothingHasNothing() {
    assertThat(store.get("a")).isEmpty();
    assertThat(store.getAll(List.of("a", "b"))).isEmpty();
    assertThat(keys()).isEmpty();
    assertThat(store.delete("a")).isFalse();
    assertThat(store.deleteAll(DeleteAllScope.CONTENT_AND_ALARM)).isZero();
    assertThat(store.alarm()).isEmpty();
    store.deleteAlarm();
    store.commit();
    assertThat(namespace.inspector().objects(null, 10).items()).isEmpty();
  }

  @Test
  void aValueIsReadBack() {
    store.put("a", bytes("1"));
    assertThat(store.get("a")).hasValue(bytes("1"));
    store.put("a", bytes("2"));
    assertThat(store.get("a")).hasValue(bytes("2"));
    store.put("empty", new byte[0]);
    assertThat(store.get("empty")).hasValue(new byte[0]);
    assertThat(store.get("b")).isEmpty();
  }

  @Test
  void deleteTellsWhetherTheKeyWasThere() {
    put("a");
    assertThat(store.delete("a")).isTrue();
    assertThat(store.delete("a")).isFalse();
    assertThat(store.get("a")).isEmpty();
  }

  @Test
  void getAllGivesWhatExistsInTheOrderOfKeys() {
    put("b", "a", "c");
    assertThat(store.getAll(List.of("c", "a", "missing", "c")))
        .containsExactly(
            new StoredEntry("a", bytes("value of a")), new StoredEntry("c", bytes("value of c")));
  }

  @Test
  void keysComeInTheOrderOfTheirUtf8Bytes() {
    put("\ud83d\ude00", "\uff5e", "z", "é", "a\0b", "a", "\ud800", "");
    assertThat(keys())
        .containsExactly("", "a", "a\0b", "z", "é", "\ud800", "\uff5e", "\ud83d\ude00");
  }

  @Test
  void loneSurrogatesAreDifferentKeys() {
    store.put("\ud800", bytes("1"));
    store.put("\ud801", bytes("2"));
    assertThat(store.get("\ud800")).hasValue(bytes("1"));
    assertThat(store.get("\ud801")).hasValue(bytes("2"));
    assertThat(store.get("?")).isEmpty();
  }

  @Test
  void listKeepsToItsBounds() {
    put("a", "b", "b\0", "ba", "c", "d");
    ListOptions all = ListOptions.ALL;
    assertThat(keys(all.startingAt("b"))).containsExactly("b", "b\0", "ba", "c", "d");
    assertThat(keys(all.startingAfter("b"))).containsExactly("b\0", "ba", "c", "d");
    assertThat(keys(all.endingBefore("b"))).containsExactly("a");
    assertThat(keys(all.startingAt("b").endingBefore("c"))).containsExactly("b", "b\0", "ba");
    assertThat(keys(all.startingAt("c").endingBefore("b"))).isEmpty();
    assertThat(keys(all.startingAt("b").endingBefore("b"))).isEmpty();
    assertThat(keys(all.limitedTo(2))).containsExactly("a", "b");
    assertThat(keys(all.reversed().limitedTo(2))).containsExactly("d", "c");
    assertThat(keys(all.reversed().startingAt("b").endingBefore("c")))
        .containsExactly("ba", "b\0", "b");
  }

  @Test
  void listKeepsToItsPrefix() {
    put("a", "p", "p:1", "p:2", "p:\uffff", "p:\udbff\udfff", "q", "\udbff\udfff", "\udbff\udfffx");
    ListOptions prefix = ListOptions.ALL.withPrefix("p:");
    assertThat(keys(prefix)).containsExactly("p:1", "p:2", "p:\uffff", "p:\udbff\udfff");
    assertThat(keys(prefix.startingAt("p:2").endingBefore("z")))
        .containsExactly("p:2", "p:\uffff", "p:\udbff\udfff");
    assertThat(keys(prefix.startingAt("a").endingBefore("p:2"))).containsExactly("p:1");
    assertThat(keys(prefix.startingAfter("p:1").limitedTo(1))).containsExactly("p:2");
    assertThat(keys(prefix.startingAt("q"))).isEmpty();
    assertThat(keys(prefix.endingBefore("p"))).isEmpty();
    assertThat(keys(ListOptions.ALL.withPrefix("\udbff\udfff")))
        .containsExactly("\udbff\udfff", "\udbff\udfffx");
    assertThat(keys(ListOptions.ALL.withPrefix(""))).hasSize(9);
  }

  @Test
  void listRefusesOptionsThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ListOptions.ALL.startingAt("a").startingAfter("b"))
        .withMessage("list() cannot be called with both start and startAfter values.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ListOptions.ALL.limitedTo(0))
        .withMessage("List limit must be positive.");
  }

  @Test
  void committedWritesOutliveTheStore() {
    put("a", "b");
    store.setAlarm(1_000);
    assertThat(store.hasPendingWrites()).isTrue();
    store.commit();
    assertThat(store.hasPendingWrites()).isFalse();
    reopen(null);
    assertThat(keys()).containsExactly("a", "b");
    assertThat(store.alarm()).hasValue(1_000);
  }

  @Test
  void uncommittedWritesDoNot() {
    put("a");
    store.commit();
    put("b");
    store.delete("a");
    store.setAlarm(1_000);
    reopen("lobby");
    assertThat(keys()).containsExactly("a");
    assertThat(store.alarm()).isEmpty();
  }

  @Test
  void rollbackGivesUpThePendingWrites() {
    put("a");
    store.commit();
    store.put("a", bytes("changed"));
    put("b");
    store.setAlarm(5);
    store.rollback();
    assertThat(store.hasPendingWrites()).isFalse();
    assertThat(store.get("a")).hasValue(bytes("value of a"));
    assertThat(keys()).containsExactly("a");
    assertThat(store.alarm()).isEmpty();
    put("c");
    store.commit();
    assertThat(keys()).containsExactly("a", "c");
  }

  @Test
  void theVeryFirstWritesCanBeRolledBackAndMadeAgain() {
    put("a");
    store.setAlarm(5);
    store.rollback();
    assertThat(keys()).isEmpty();
    assertThat(store.alarm()).isEmpty();
    put("b");
    store.setAlarm(6);
    store.commit();
    reopen(null);
    assertThat(keys()).containsExactly("b");
    assertThat(namespace.inspector().object(ID)).get().extracting("name").isEqualTo("lobby");
  }

  @Test
  void aReleasedSavepointIsKeptOnlyByTheCommit() {
    Savepoint savepoint = store.savepoint();
    put("a");
    store.commit();
    assertThat(store.hasPendingWrites()).as("a commit within a savepoint waits").isTrue();
    savepoint.release();
    assertThat(store.hasPendingWrites()).isTrue();
    store.commit();
    reopen(null);
    assertThat(keys()).containsExactly("a");
  }

  @Test
  void aSavepointUndoesWhatCameAfterIt() {
    put("a");
    Savepoint outer = store.savepoint();
    store.put("a", bytes("outer"));
    store.setAlarm(1);
    Savepoint inner = store.savepoint();
    store.delete("a");
    put("b");
    store.setAlarm(2);
    inner.rollback();
    assertThat(store.get("a")).hasValue(bytes("outer"));
    assertThat(keys()).containsExactly("a");
    assertThat(store.alarm()).hasValue(1);
    outer.rollback();
    assertThat(store.get("a")).hasValue(bytes("value of a"));
    assertThat(store.alarm()).isEmpty();
    store.commit();
    reopen(null);
    assertThat(keys()).containsExactly("a");
  }

  @Test
  void aSavepointOpenedBeforeTheFirstWriteUndoesItAll() {
    Savepoint outer = store.savepoint();
    Savepoint inner = store.savepoint();
    put("a");
    inner.release();
    outer.rollback();
    assertThat(keys()).isEmpty();
    put("b");
    store.commit();
    assertThat(keys()).containsExactly("b");
  }

  @Test
  void savepointsEndFromTheInsideOut() {
    Savepoint outer = store.savepoint();
    Savepoint inner = store.savepoint();
    assertThatIllegalStateException().isThrownBy(outer::release).withMessageContaining("inner");
    inner.release();
    outer.release();
    assertThatIllegalStateException().isThrownBy(outer::rollback).withMessageContaining("ended");
  }

  @Test
  void rollbackEndsEverySavepoint() {
    Savepoint savepoint = store.savepoint();
    put("a");
    store.rollback();
    assertThat(savepoint.isEnded()).isTrue();
    assertThatIllegalStateException().isThrownBy(savepoint::release);
    put("b");
    store.commit();
    assertThat(store.hasPendingWrites()).isFalse();
    assertThat(keys()).containsExactly("b");
  }

  @Test
  void deleteAllTakesTheEntriesAndLeavesTheAlarmIfAsked() {
    put("a", "b");
    store.setAlarm(7);
    store.commit();
    assertThat(store.deleteAll(DeleteAllScope.CONTENT)).isEqualTo(2);
    put("c");
    store.commit();
    reopen(null);
    assertThat(keys()).containsExactly("c");
    assertThat(store.alarm()).hasValue(7);
    assertThat(namespace.alarms().all()).containsExactly(new ScheduledAlarm(ID, "lobby", 7));
  }

  @Test
  void deleteAllTakesTheAlarmToo() {
    put("a", "b");
    store.setAlarm(7);
    store.commit();
    assertThat(store.deleteAll(DeleteAllScope.CONTENT_AND_ALARM)).isEqualTo(2);
    assertThat(store.alarm()).isEmpty();
    assertThat(keys()).isEmpty();
    store.commit();
    assertThat(namespace.alarms().all()).isEmpty();
    assertThat(namespace.inspector().object(ID)).isEmpty();
    put("again");
    store.commit();
    assertThat(keys()).containsExactly("again");
    assertThat(namespace.inspector().object(ID)).get().extracting("name").isEqualTo("lobby");
  }

  @Test
  void deleteAllCanBeRolledBack() {
    put("a");
    store.setAlarm(7);
    store.commit();
    store.deleteAll(DeleteAllScope.CONTENT_AND_ALARM);
    store.rollback();
    assertThat(keys()).containsExactly("a");
    assertThat(store.alarm()).hasValue(7);
  }

  @Test
  void deleteAllIsRefusedWithinATransaction() {
    Savepoint savepoint = store.savepoint();
    assertThatIllegalStateException()
        .isThrownBy(() -> store.deleteAll(DeleteAllScope.CONTENT))
        .withMessage("Cannot call deleteAll() within a transaction");
    savepoint.release();
  }

  @Test
  void theAlarmIndexFollowsTheCommits() {
    List<String> changes = new ArrayList<>();
    AlarmIndex alarms = namespace.alarms();
    alarms.onChange(() -> changes.add(alarms.all().toString()));
    store.setAlarm(2_000);
    assertThat(alarms.all()).isEmpty();
    store.commit();
    ScheduledAlarm two = new ScheduledAlarm(ID, "lobby", 2_000);
    assertThat(alarms.all()).containsExactly(two);
    assertThat(alarms.next()).hasValue(two);
    assertThat(alarms.due(1_999)).isEmpty();
    assertThat(alarms.due(2_000)).containsExactly(two);
    store.setAlarm(1_000);
    store.setAlarm(3_000);
    store.commit();
    assertThat(alarms.due(2_999)).isEmpty();
    store.setAlarm(3_000);
    assertThat(store.hasPendingWrites()).as("the same alarm is no write").isFalse();
    store.deleteAlarm();
    store.commit();
    assertThat(alarms.all()).isEmpty();
    assertThat(changes)
        .containsExactly("[" + two + "]", "[" + new ScheduledAlarm(ID, "lobby", 3_000) + "]", "[]");
  }

  @Test
  void anAlarmRolledBackIsNotEntered() {
    store.setAlarm(1_000);
    Savepoint savepoint = store.savepoint();
    store.setAlarm(500);
    savepoint.rollback();
    store.commit();
    assertThat(namespace.alarms().all())
        .extracting(ScheduledAlarm::epochMillis)
        .containsExactly(1_000L);
    store.setAlarm(100);
    store.rollback();
    store.commit();
    assertThat(namespace.alarms().all())
        .extracting(ScheduledAlarm::epochMillis)
        .containsExactly(1_000L);
  }

  @Test
  void anAlarmKeepsTheNameThatWasKnownOnce() {
    store.setAlarm(1_000);
    store.commit();
    reopen(null);
    store.setAlarm(2_000);
    store.commit();
    assertThat(namespace.alarms().all()).containsExactly(new ScheduledAlarm(ID, "lobby", 2_000));
  }

  @Test
  void anAlarmInAVeryFarFutureIsTheLatestThereIs() {
    store.setAlarm(8_640_000_000_000_000L);
    store.commit();
    assertThat(store.alarm()).isEqualTo(OptionalLong.of(MetadataTable.MAX_MILLIS));
    assertThat(namespace.alarms().due(Long.MAX_VALUE)).hasSize(1);
  }

  @Test
  void allThatIsStoredGoesToAFileAndComesFromOne(@TempDir Path folder) {
    put("a", "b");
    store.setAlarm(1_000);
    store.commit();
    store.copyTo(folder.resolve("kept"));
    put("c");
    store.delete("a");
    store.setAlarm(2_000);
    store.commit();

    store.replaceBy(folder.resolve("kept"));
    assertThat(store.hasPendingWrites()).isFalse();
    assertThat(keys()).containsExactly("a", "b");
    assertThat(store.get("a")).hasValue(bytes("value of a"));
    assertThat(store.alarm()).hasValue(1_000);
    assertThat(namespace.alarms().all())
        .extracting(ScheduledAlarm::epochMillis)
        .containsExactly(1_000L);
    reopen("lobby");
    assertThat(keys()).containsExactly("a", "b");
    put("c");
    store.commit();
    assertThat(keys()).containsExactly("a", "b", "c");
  }

  @Test
  void aClosedStoreSaysSo() {
    store.close();
    store.close();
    assertThatIllegalStateException().isThrownBy(() -> store.get("a")).withMessageContaining(ID);
    assertThatIllegalStateException().isThrownBy(() -> store.put("a", bytes("1")));
  }
}
