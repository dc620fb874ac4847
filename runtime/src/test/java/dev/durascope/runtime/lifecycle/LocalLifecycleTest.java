package dev.durascope.runtime.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.storage.PeerState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalLifecycleTest {
  private static final String ROOM =
      """
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Room"]
      """;

  private static final String RENAMED =
      ROOM
          + """
          [[migrations]]
          tag = "v2"
          renamed_classes = [{ from = "Room", to = "Hall" }]
          """;

  private static final String DELETED =
      ROOM
          + """
          [[migrations]]
          tag = "v2"
          deleted_classes = ["Room"]
          """;

  @TempDir private Path folder;
  private LocalState state;

  @BeforeEach
  void makeState() {
    state = new LocalState(folder);
  }

  @Test
  void aRenamedClassKeepsItsObjectsTheirNamesAndTheirIds() throws Exception {
    state.start(ROOM);
    state.object("chat-Room", "lobby", "hello");
    var outlook = state.start(RENAMED);
    assertThat(outlook.notes())
        .containsExactly(
            "Class Room is Hall now (migration \"v2\"): 1 object moved, with their ids.");
    assertThat(state.idKey("Hall")).isEqualTo("chat-Room");
    assertThat(state.read("chat-Hall", "chat-Room", "lobby")).isEqualTo("hello");
    assertThat(folder.resolve("v3/do/chat-Room")).doesNotExist();
    assertThat(state.start(RENAMED).notes()).isEmpty();
  }

  @Test
  void withoutARecordWhatStillHasItsOldNameIsRenamed() throws Exception {
    state.object("chat-Room", "lobby", "hello");
    state.start(RENAMED);
    assertThat(state.read("chat-Hall", "chat-Room", "lobby")).isEqualTo("hello");
    assertThat(state.idKey("Hall")).isEqualTo("chat-Room");
  }

  @Test
  void withoutARecordAClassOfTodayIsAsItIs() throws Exception {
    state.object("chat-Room", "lobby", "old").object("chat-Hall", "lobby", "new");
    var outlook = state.start(RENAMED);
    assertThat(state.read("chat-Hall", "chat-Hall", "lobby")).isEqualTo("new");
    assertThat(state.read("chat-Room", "chat-Room", "lobby")).isEqualTo("old");
    assertThat(outlook.warnings()).singleElement().asString().contains("both have objects here");
    assertThat(state.start(RENAMED).warnings()).isEmpty();
  }

  @Test
  void theKeyOfIdsIsFoundWhereTheRecordIsLost() throws Exception {
    state.object("chat-Hall", "chat-Room", "lobby", "hello");
    state.start(RENAMED);
    assertThat(state.idKey("Hall")).isEqualTo("chat-Room");
  }

  @Test
  void anEmptyFolderOfWranglersIsNotInTheWay() throws Exception {
    state.object("chat-Room", "lobby", "hello");
    Files.createDirectories(folder.resolve("v3/do/chat-Hall"));
    Files.writeString(folder.resolve("v3/do/chat-Hall/metadata.sqlite"), "");
    state.start(RENAMED);
    assertThat(state.read("chat-Hall", "chat-Room", "lobby")).isEqualTo("hello");
    state.undo();
    assertThat(folder.resolve("v3/do/chat-Hall/metadata.sqlite")).exists();
    assertThat(state.read("chat-Room", "chat-Room", "lobby")).isEqualTo("hello");
  }

  @Test
  void renamesOfSeveralStepsAreOneMove() throws Exception {
    state.start(ROOM);
    state.object("chat-Room", "lobby", "hello");
    state.start(
        RENAMED
            + """
            [[migrations]]
            tag = "v3"
            renamed_classes = [{ from = "Hall", to = "Lounge" }]
            """);
    assertThat(state.read("chat-Lounge", "chat-Room", "lobby")).isEqualTo("hello");
  }

  @Test
  void twoClassesChangePlaces() throws Exception {
    var two = "[[migrations]]\ntag = \"v1\"\nnew_sqlite_classes = [\"A\", \"B\"]\n";
    state.start(two);
    state.object("chat-A", "x", "of a").object("chat-B", "x", "of b");
    state.start(
        two
            + """
            [[migrations]]
            tag = "v2"
            renamed_classes = [{ from = "A", to = "T" }]
            [[migrations]]
            tag = "v3"
            renamed_classes = [{ from = "B", to = "A" }]
            [[migrations]]
            tag = "v4"
            renamed_classes = [{ from = "T", to = "B" }]
            """);
    assertThat(state.read("chat-A", "chat-B", "x")).isEqualTo("of b");
    assertThat(state.read("chat-B", "chat-A", "x")).isEqualTo("of a");
  }

  @Test
  void aMigrationThatIsWrittenOtherwiseTakesTheObjectsAlong() throws Exception {
    state.start(ROOM);
    state.object("chat-Room", "lobby", "hello");
    state.start(RENAMED);
    state.start(RENAMED.replace("Hall", "Lounge"));
    assertThat(state.read("chat-Lounge", "chat-Room", "lobby")).isEqualTo("hello");
  }

  @Test
  void aMigrationThatIsTakenOutBringsTheOldNameBack() throws Exception {
    state.start(ROOM);
    state.object("chat-Room", "lobby", "hello");
    state.start(RENAMED);
    var outlook = state.start(ROOM);
    assertThat(state.read("chat-Room", "chat-Room", "lobby")).isEqualTo("hello");
    assertThat(outlook.notes())
        .containsExactly(
            "Class Room has the objects again that were those of Hall: 1 object moved, with their"
                + " ids.");
  }

  @Test
  void nothingIsDeletedUnasked() throws Exception {
    state.start(ROOM);
    state.object("chat-Room", "lobby", "hello");
    for (var i = 0; i < 2; i++) {
      var outlook = state.start(DELETED);
      assertThat(outlook.deletions())
          .containsExactly(new Deletion("chat", "Room", 1, "migration \"v2\"", "v3/do/chat-Room"));
      assertThat(outlook.notes()).isEmpty();
      assertThat(state.read("chat-Room", "chat-Room", "lobby")).isEqualTo("hello");
    }
  }

  @Test
  void aPostponedDeletionStaysPendingBehindLaterSteps() throws Exception {
    state.start(ROOM);
    state.object("chat-Room", "lobby", "hello");
    var later = DELETED + "[[migrations]]\ntag = \"v3\"\nnew_sqlite_classes = [\"Other\"]\n";
    assertThat(state.start(later).deletions()).hasSize(1);
    assertThat(state.start(later).deletions()).hasSize(1);
  }

  @Test
  void aDeletedClassCanBeBroughtBack() throws Exception {
    state.start(ROOM);
    state.object("chat-Room", "lobby", "hello");
    var outlook = state.startAndDelete(DELETED);
    assertThat(outlook.notes()).singleElement().asString().contains("Class Room is deleted");
    assertThat(folder.resolve("v3/do/chat-Room")).doesNotExist();
    assertThat(state.start(DELETED).deletions()).isEmpty();
    state.undo();
    assertThat(state.read("chat-Room", "chat-Room", "lobby")).isEqualTo("hello");
    assertThat(state.start(DELETED).deletions()).hasSize(1);
  }

  @Test
  void aClassThatIsDeletedAndCreatedAnewCannotSeeTheOldObjects() throws Exception {
    state.start("[[migrations]]\ntag = \"v1\"\nnew_classes = [\"Room\"]\n");
    state.object("chat-Room", "lobby", "hello");
    var anew =
        """
        [[migrations]]
        tag = "v1"
        new_classes = ["Room"]
        [[migrations]]
        tag = "v2"
        deleted_classes = ["Room"]
        new_sqlite_classes = ["Room"]
        """;
    assertThat(state.start(anew).refusal()).get().asString().contains("created anew");
    assertThat(state.read("chat-Room", "chat-Room", "lobby")).isEqualTo("hello");
    state.startAndDelete(anew);
    assertThat(state.read("chat-Room", "chat-Room", "lobby")).isEmpty();
    state.object("chat-Room", "lobby", "new");
    state.undo();
    assertThat(state.read("chat-Room", "chat-Room", "lobby")).isEqualTo("hello");
    assertThat(folder.resolve("durascope/lifecycle/undo/1/later-1-chat-Room")).isDirectory();
  }

  @Test
  void whatWasStoredSinceGoesBackWithTheRest() throws Exception {
    state.start(ROOM);
    state.object("chat-Room", "lobby", "hello");
    state.start(RENAMED);
    state.object("chat-Hall", "chat-Room", "lobby", "later");
    state.undo();
    assertThat(state.read("chat-Room", "chat-Room", "lobby")).isEqualTo("later");
    assertThat(state.idKey("Room")).isEqualTo("chat-Room");
  }

  @Test
  void aTransferredClassComesFromTheOtherWorkersFolder() throws Exception {
    state.start("giver", ROOM);
    state.object("giver-Room", "lobby", "hello");
    var outlook =
        state.start(
            """
            [[migrations]]
            tag = "v1"
            transferred_classes = [{ from = "Room", from_script = "giver", to = "Hall" }]
            """);
    assertThat(outlook.notes()).singleElement().asString().contains("of worker \"giver\" is Hall");
    assertThat(state.read("chat-Hall", "giver-Room", "lobby")).isEqualTo("hello");
    assertThat(state.idKey("Hall")).isEqualTo("giver-Room");
    state.undo();
    assertThat(state.read("giver-Room", "giver-Room", "lobby")).isEqualTo("hello");
  }

  @Test
  void exportsAreAppliedAsMigrationsAre() throws Exception {
    state.object("chat-Room", "lobby", "hello").object("chat-Old", "a", "b");
    var outlook =
        state.start(
            """
            [exports.Hall]
            type = "durable-object"
            storage = "sqlite"
            [exports.Room]
            type = "durable-object"
            state = "renamed"
            renamed_to = "Hall"
            [exports.Old]
            type = "durable-object"
            state = "deleted"
            """);
    assertThat(state.read("chat-Hall", "chat-Room", "lobby")).isEqualTo("hello");
    assertThat(outlook.deletions()).extracting(Deletion::title).containsExactly("Old (1 object)");
  }

  @Test
  void whatTheCodeDoesNotExportIsRefused() throws Exception {
    state.object("chat-Room", "lobby", "hello");
    try (var lifecycle = LocalLifecycle.open(folder.resolve("v3/do"), "chat")) {
      var facts = LocalState.facts(RENAMED);
      var outlook =
          lifecycle.look(new ClassFacts("chat", facts.history(), facts.live(), Set.of("Room")));
      assertThat(outlook.refusal())
          .hasValue(
              "Migration \"v2\" makes a class Hall, which the code does not export; a deployment is"
                  + " refused (10070).");
    }
  }

  @Test
  void aClassRenamedInTheCodeOnlyIsHintedAt() throws Exception {
    state.start(ROOM);
    state.object("chat-Room", "lobby", "hello");
    var edited = ROOM.replace("Room", "Hall");
    assertThat(state.start(edited).warnings())
        .singleElement()
        .asString()
        .contains("Class Room is not declared any more")
        .contains("renamed_classes = [{ from = \"Room\", to = \"Hall\" }]");
    assertThat(state.start(edited).warnings()).isEmpty();
  }

  @Test
  void faultsOfTheHistoryAreToldInWranglersWords() throws Exception {
    var outlook = state.start("[[migrations]]\ntag = \"v9\"\ndeleted_classes = [\"Gone\"]\n");
    assertThat(outlook.warnings())
        .containsExactly("Cannot apply deleted_classes migration to non-existent class Gone");
  }

  @Test
  void workersWithLongerNamesAreLeftAlone() throws Exception {
    state.object("chat-staging-Room", "lobby", "hello");
    state.start(RENAMED);
    assertThat(state.read("chat-staging-Room", "chat-staging-Room", "lobby")).isEqualTo("hello");
  }

  @Test
  void dataThatWranglerWroteMovesWhole() throws Exception {
    var root = PeerState.copyTo(folder.resolve("peer"));
    var id = PeerState.recorded().getAsJsonObject("ids").get("lobby").getAsString();
    var before = PeerState.specimens(root, "sample-Cabinet", id);
    assertThat(before).isNotEmpty();
    var wrote = new LocalState(root);
    var outlook =
        wrote.start(
            "sample",
            """
            [[migrations]]
            tag = "v1"
            new_sqlite_classes = ["Cabinet"]
            [[migrations]]
            tag = "v2"
            renamed_classes = [{ from = "Cabinet", to = "Drawer" }]
            """);
    assertThat(outlook.notes())
        .containsExactly(
            "Class Cabinet is Drawer now (migration \"v2\"): 2 objects moved, with their ids.");
    assertThat(PeerState.specimens(root, "sample-Drawer", id)).containsExactlyEntriesOf(before);
    try (var lifecycle = LocalLifecycle.open(root.resolve("v3/do"), "sample")) {
      assertThat(lifecycle.idKeys()).containsEntry("Drawer", "sample-Cabinet");
    }
  }

  @Test
  void aDamagedRecordSaysWhatToDo() throws Exception {
    state.start(ROOM);
    Files.writeString(folder.resolve("durascope/lifecycle/records/chat.json"), "{");
    assertThatThrownBy(() -> state.start(ROOM))
        .isInstanceOf(LifecycleException.class)
        .hasMessageContaining("Remove it");
  }
}
