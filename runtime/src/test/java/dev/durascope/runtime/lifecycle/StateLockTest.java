package dev.durascope.runtime.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one folder of state. */
class StateLockTest {
  private static final String TRANSFER =
      """
      [exports.Room]
      type = "durable-object"
      state = "expecting-transfer"
      storage = "sqlite"
      transfer_from = "giver"
      """;

  private static final String RENAME =
      """
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Room"]
      [[migrations]]
      tag = "v2"
      renamed_classes = [{ from = "Room", to = "Hall" }]
      """;

  @TempDir private Path folder;

  @Test
  void aWorkersDataIsThatOfOneProcess() throws Exception {
    try (var other = OtherProcess.running(folder, "chat")) {
      assertThatThrownBy(() -> LocalLifecycle.open(folder.resolve("v3/do"), "chat"))
          .isInstanceOf(LifecycleException.class)
          .hasMessageContaining(
              "Another durascope (process " + other.pid() + ") has the data of \"chat\" in ");
      LocalLifecycle.open(folder.resolve("v3/do"), "another").close();
    }
    LocalLifecycle.open(folder.resolve("v3/do"), "chat").close();
  }

  @Test
  void whoIsToSucceedAProcessThatEndsWaitsForIt() throws Exception {
    try (var other = OtherProcess.running(folder, "chat")) {
      var successor = new CompletableFuture<Void>();
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  LocalLifecycle.open(folder.resolve("v3/do"), "chat").close();
                  successor.complete(null);
                } catch (LifecycleException e) {
                  successor.completeExceptionally(e);
                }
              });
      other.kill();
      successor.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    var file = folder.resolve("v3/do/chat-Room/metadata.sqlite");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "this is no database, and long enough to be seen as none".repeat(100));
    try (var lifecycle = LocalLifecycle.open(folder.resolve("v3/do"), "chat")) {
      assertThatThrownBy(() -> lifecycle.requireUnused("Room"))
          .isInstanceOf(LifecycleException.class)
          .hasMessageContaining("metadata.sqlite");
    }
  }

  @Test
  void twoInOneProcessAreNoBetter() throws Exception {
    try (var _ = LocalLifecycle.open(folder.resolve("v3/do"), "chat")) {
      assertThatThrownBy(() -> LocalLifecycle.open(folder.resolve("v3/do"), "chat"))
          .isInstanceOf(LifecycleException.class)
          .hasMessageContaining("this one) has the data of \"chat\"");
      var link = folder.resolveSibling(folder.getFileName() + "/../" + folder.getFileName());
      assertThatThrownBy(() -> LocalLifecycle.open(link.resolve("v3/do"), "chat"))
          .isInstanceOf(LifecycleException.class);
    }
  }

  @Test
  void aTransferNeedsTheOtherWorkersData() throws Exception {
    var state = new LocalState(folder).object("giver-Room", "lobby", "hello");
    try (var _ = OtherProcess.running(folder, "giver")) {
      assertThatThrownBy(() -> state.start(TRANSFER))
          .isInstanceOf(LifecycleException.class)
          .hasMessageContaining("has the data of \"giver\" in");
      assertThat(state.read("giver-Room", "giver-Room", "lobby")).isEqualTo("hello");
    }
    state.start(TRANSFER);
    assertThat(state.read("chat-Room", "giver-Room", "lobby")).isEqualTo("hello");
  }

  @Test
  void filesThatAnotherProgramHasOpenAreNotMoved() throws Exception {
    var state = new LocalState(folder).object("chat-Room", "lobby", "hello");
    try (var _ = OtherProcess.withOpenFiles(folder, "chat-Room")) {
      assertThatThrownBy(() -> state.start(RENAME))
          .isInstanceOf(LifecycleException.class)
          .hasMessageContaining("is in use by another process (wrangler dev?)");
      assertThat(folder.resolve("durascope/lifecycle/journal.json")).doesNotExist();
      try (var lifecycle = LocalLifecycle.open(folder.resolve("v3/do"), "chat")) {
        assertThatThrownBy(() -> lifecycle.requireUnused("Room"))
            .isInstanceOf(LifecycleException.class);
      }
    }
    state.start(RENAME);
    assertThat(state.read("chat-Hall", "chat-Room", "lobby")).isEqualTo("hello");
  }
}
