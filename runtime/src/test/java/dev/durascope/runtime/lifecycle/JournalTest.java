package dev.durascope.runtime.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it applies or takes back leaves the one state or the other. */
class JournalTest {
  private static final String BEFORE =
      "[[migrations]]\ntag = \"v1\"\nnew_sqlite_classes = [\"A\", \"B\", \"C\"]\n";

  /** A and B change places, C goes. */
  private static final String AFTER =
      BEFORE
          + """
          [[migrations]]
          tag = "v2"
          renamed_classes = [{ from = "A", to = "T" }]
          deleted_classes = ["C"]
          [[migrations]]
          tag = "v3"
          renamed_classes = [{ from = "B", to = "A" }]
          [[migrations]]
          tag = "v4"
          renamed_classes = [{ from = "T", to = "B" }]
          """;

  /** More than an application has changes to the disk. */
  private static final int MANY = 100;

  @TempDir private Path folder;

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Lets so many changes to the disk happen and then ends the process. */
  private static Journal.Steps killedAfter(int changes) {
    var left = new int[] {changes};
    return what -> {
      if (left[0]-- == 0) {
        throw new Killed();
      }
    };
  }

  private LocalState prepare(int number) throws Exception {
    var state = new LocalState(Files.createDirectories(folder.resolve("state" + number)));
    state.start(BEFORE);
    return state
        .object("chat-A", "x", "of a")
        .object("chat-B", "x", "of b")
        .object("chat-C", "x", "of c");
  }

  private static boolean apply(LocalState state, int changes) throws Exception {
    try (var lifecycle =
        LocalLifecycle.open(state.root().resolve("v3/do"), "chat", killedAfter(changes))) {
      lifecycle.apply(lifecycle.lookWithDeletions(LocalState.facts(AFTER)));
      return true;
    } catch (Killed e) {
      return false;
    }
  }

  private static boolean takeBack(LocalState state, int changes) throws Exception {
    try (var lifecycle =
        LocalLifecycle.open(state.root().resolve("v3/do"), "chat", killedAfter(changes))) {
      lifecycle.undo();
      return true;
    } catch (Killed e) {
      return false;
    }
  }

  private static void assertOld(LocalState state) throws Exception {
    assertThat(state.read("chat-A", "chat-A", "x")).isEqualTo("of a");
    assertThat(state.read("chat-B", "chat-B", "x")).isEqualTo("of b");
    assertThat(state.read("chat-C", "chat-C", "x")).isEqualTo("of c");
    assertThat(state.idKey("A")).isEqualTo("chat-A");
    try (var lifecycle = LocalLifecycle.open(state.root().resolve("v3/do"), "chat")) {
      assertThat(lifecycle.applications()).isEmpty();
    }
  }

  private static void assertNew(LocalState state) throws Exception {
    assertThat(state.read("chat-A", "chat-B", "x")).isEqualTo("of b");
    assertThat(state.read("chat-B", "chat-A", "x")).isEqualTo("of a");
    assertThat(state.read("chat-C", "chat-C", "x")).isEmpty();
    assertThat(state.idKey("A")).isEqualTo("chat-B");
    assertThat(state.start(AFTER).notes()).isEmpty();
    try (var lifecycle = LocalLifecycle.open(state.root().resolve("v3/do"), "chat")) {
      assertThat(lifecycle.applications()).hasSize(1);
    }
  }

  @Test
  void whereverItIsKilledTheNextStartFindsTheOldStateOrTheNew() throws Exception {
    var kills = 0;
    var done = false;
    for (var changes = 0; !done && changes < MANY; changes++) {
      var state = prepare(changes);
      done = apply(state, changes);
      if (changes == 0) {
        assertOld(state);
      } else {
        assertNew(openAgain(state));
      }
      kills++;
    }
    assertThat(done).isTrue();
    assertThat(kills).isGreaterThan(8);
  }

  private static LocalState openAgain(LocalState state) throws Exception {
    LocalLifecycle.open(state.root().resolve("v3/do"), "chat").close();
    assertThat(state.root().resolve("durascope/lifecycle/journal.json")).doesNotExist();
    assertThat(state.root().resolve("durascope/lifecycle/moving")).doesNotExist();
    return state;
  }

  @Test
  void theSameGoesForTakingBack() throws Exception {
    var done = false;
    for (var changes = 0; !done && changes < MANY; changes++) {
      var state = prepare(changes);
      assertThat(apply(state, MANY)).isTrue();
      done = takeBack(state, changes);
      if (changes == 0) {
        assertNew(state);
      } else {
        assertOld(openAgain(state));
      }
    }
    assertThat(done).isTrue();
  }

  @Test
  void recoveryItselfMayBeKilled() throws Exception {
    for (var first = 1; first < 6; first++) {
      var state = prepare(first);
      assertThat(apply(state, first)).isFalse();
      for (var again = 0; again < 3; again++) {
        var changes = again;
        assertThatThrownBy(
                () ->
                    LocalLifecycle.open(state.root().resolve("v3/do"), "chat", killedAfter(changes))
                        .close())
            .isInstanceOf(Killed.class);
      }
      assertNew(openAgain(state));
    }
  }
}
