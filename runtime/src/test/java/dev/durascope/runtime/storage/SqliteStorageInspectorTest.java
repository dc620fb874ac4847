package dev.durascope.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageInspectorTest extends StorageInspectorContract {

  @TempDir Path persist;

  @Override
  NamespaceStorage createNamespace() {
    return SqliteNamespaceStorage.at(
        persist,
        "sample-Room",
        new SqliteFile.Limits(SqliteFile.MAX_PAGES, Duration.ofMillis(200)));
  }

  @Test
  void lookingMakesNoFileAndLeavesNone() throws Exception {
    try (NamespaceStorage namespace = createNamespace()) {
      namespace.inspector().objects(null, 10);
      assertThat(persist).isEmptyDirectory();
      namespace.inspector().write("a".repeat(64), "k", new byte[] {1});
      namespace.inspector().objects(null, 10);
      try (var files = Files.list(persist.resolve("v3/do/sample-Room"))) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactly("a".repeat(64) + ".sqlite");
      }
    }
  }

  @Test
  void anIdCannotPointElsewhere() {
    try (NamespaceStorage namespace = createNamespace()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> namespace.inspector().read("../" + "a".repeat(61), "k"));
    }
  }
}
