package dev.durascope.runtime.storage;

import static dev.durascope.runtime.storage.ObjectStoreContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.storage.StorageInspector.KeyQuery;
import dev.durascope.runtime.storage.StorageInspector.Page;
import dev.durascope.runtime.storage.StorageInspector.StoredObject;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link StorageInspector} shows and does; each backend runs all of it. */
abstract class StorageInspectorContract {

  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);
  private static final String C = "c".repeat(64);

  private NamespaceStorage namespace;
  private StorageInspector inspector;

  abstract NamespaceStorage createNamespace();

  @BeforeEach
  void openNamespace() {
    namespace = createNamespace();
    inspector = namespace.inspector();
  }

  @AfterEach
  void closeNamespace() {
    namespace.close();
  }

  private void store(String id, String name, String... keys) {
    try (ObjectStore store = namespace.open(id, name)) {
      for (String key : keys) {
        store.put(key, bytes("value of " + key));
      }
      store.commit();
    }
  }

  @Test
  void aClassThatStoredNothingShowsNothing() {
    assertThat(inspector.objects(null, 10)).isEqualTo(new Page<StoredObject>(List.of(), null));
    assertThat(inspector.object(A)).isEmpty();
    assertThat(inspector.entries(A, new KeyQuery("", null, 10)).items()).isEmpty();
    assertThat(inspector.read(A, "k")).isEmpty();
    assertThat(inspector.delete(A, "k")).isFalse();
  }

  @Test
  void objectsComeInPagesWithWhatIsKnownOfThem() {
    store(C, "third", "k");
    store(A, "first", "k");
    store(B, "second", "k");
    try (ObjectStore store = namespace.open(B, null)) {
      store.setAlarm(5_000);
      store.commit();
    }
    Page<StoredObject> first = inspector.objects(null, 2);
    assertThat(first.items()).extracting(StoredObject::id).containsExactly(A, B);
    assertThat(first.items()).extracting(StoredObject::name).containsExactly("first", "second");
    assertThat(first.items())
        .extracting(StoredObject::alarm)
        .containsExactly(OptionalLong.empty(), OptionalLong.of(5_000));
    assertThat(first.items()).allSatisfy(object -> assertThat(object.bytes()).isPositive());
    Page<StoredObject> second = inspector.objects(first.next(), 2);
    assertThat(second.items()).extracting(StoredObject::id).containsExactly(C);
    assertThat(second.next()).isNull();
    assertThat(inspector.object(B)).contains(first.items().getLast());
  }

  @Test
  void entriesComeInPages() {
    store(A, "n", IntStream.range(0, 5).mapToObj(i -> "p:" + i).toArray(String[]::new));
    store(A, "n", "other", "p:\ud800");
    Page<StoredEntry> first = inspector.entries(A, new KeyQuery("p:", null, 4));
    assertThat(first.items())
        .extracting(StoredEntry::key)
        .containsExactly("p:0", "p:1", "p:2", "p:3");
    assertThat(first.items().getFirst().value()).isEqualTo(bytes("value of p:0"));
    Page<StoredEntry> second = inspector.entries(A, new KeyQuery("p:", first.next(), 4));
    assertThat(second.items()).extracting(StoredEntry::key).containsExactly("p:4", "p:\ud800");
    assertThat(second.next()).isNull();
    assertThat(inspector.entries(A, new KeyQuery("p:", null, 6)).next())
        .as("an exactly full page is the last one")
        .isNull();
  }

  @Test
  void onlyCommittedDataIsShown() {
    store(A, "n", "k");
    try (ObjectStore store = namespace.open(A, null)) {
      store.put("k", bytes("pending"));
      store.put("new", bytes("pending"));
      store.setAlarm(1);
      assertThat(inspector.read(A, "k")).hasValue(bytes("value of k"));
      assertThat(inspector.entries(A, new KeyQuery("", null, 10)).items()).hasSize(1);
      assertThat(inspector.object(A)).get().extracting("alarm").isEqualTo(OptionalLong.empty());
      store.commit();
      assertThat(inspector.read(A, "k")).hasValue(bytes("pending"));
    }
  }

  @Test
  void editsAreSeenByTheRunningObject() {
    try (ObjectStore store = namespace.open(A, "n")) {
      assertThat(store.get("k")).isEmpty();
      inspector.write(A, "k", bytes("1"));
      assertThat(store.get("k")).hasValue(bytes("1"));
      store.put("own", bytes("2"));
      store.commit();
      inspector.write(A, "k", bytes("3"));
      assertThat(inspector.delete(A, "own")).isTrue();
      assertThat(inspector.delete(A, "own")).isFalse();
      assertThat(store.list(ListOptions.ALL)).containsExactly(new StoredEntry("k", bytes("3")));
    }
    assertThat(inspector.read(A, "k")).hasValue(bytes("3"));
  }

  @Test
  void anEditWaitsForThePendingTransactionToEnd() {
    try (ObjectStore store = namespace.open(A, "n")) {
      store.put("k", bytes("pending"));
      CompletableFuture<Void> edit =
          CompletableFuture.runAsync(() -> inspector.write(A, "k", bytes("edited")));
      store.commit();
      edit.join();
      assertThat(store.get("k")).hasValue(bytes("edited"));
    }
  }

  @Test
  void anEditThatWaitsForTooLongSaysWhy() {
    try (ObjectStore store = namespace.open(A, "n")) {
      store.put("k", bytes("pending"));
      assertThatThrownBy(() -> inspector.write(A, "k", bytes("edited")))
          .isInstanceOfSatisfying(
              StorageException.class,
              e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.BUSY))
          .hasMessageContaining(A)
          .hasMessageContaining(StorageException.Kind.BUSY.remedy());
      store.commit();
      assertThat(store.get("k")).hasValue(bytes("pending"));
    }
  }

  @Test
  void pagesAreNeitherEmptyNorEndless() {
    assertThatIllegalArgumentException().isThrownBy(() -> inspector.objects(null, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeyQuery("", null, StorageInspector.MAX_PAGE + 1))
        .withMessage("limit must be from 1 to 1000, but is 1001");
  }
}
