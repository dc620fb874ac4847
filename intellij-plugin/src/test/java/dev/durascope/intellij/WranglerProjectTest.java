package dev.durascope.intellij;

import static org.assertj.core.api.Assertions.assertThat;

import com.intellij.openapi.vfs.VirtualFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WranglerProjectTest {
  @TempDir Path folder;

  @Test
  void theNearestConfigurationAboveTheFileMakesTheProject() throws IOException {
    write("wrangler.toml");
    write("workers/chat/wrangler.jsonc");
    assertThat(WranglerProject.folderOf(write("workers/chat/src/room/index.ts")))
        .contains(folder.resolve("workers/chat"));
    assertThat(WranglerProject.folderOf(write("workers/other.ts"))).contains(folder);
    assertThat(WranglerProject.folderOf(folder.resolve("wrangler.toml"))).contains(folder);
  }

  @Test
  void whatIsInstalledBelongsToNoProject() throws IOException {
    write("wrangler.toml");
    write("node_modules/starter/wrangler.toml");
    assertThat(WranglerProject.folderOf(write("node_modules/starter/src/index.ts"))).isEmpty();
  }

  @Test
  void onlyScriptsOfAWorkerTakeBreakpoints() throws IOException {
    var elsewhere = new FileInIde(write("library/index.ts"));
    assertThat(ScriptFiles.areOfAWorker(elsewhere)).isFalse();
    assertThat(new WranglerProjectMatcher().match(elsewhere, () -> null)).isFalse();

    write("worker/wrangler.json");
    for (var name : new String[] {"index.ts", "page.TSX", "legacy.mjs"}) {
      assertThat(ScriptFiles.areOfAWorker(new FileInIde(write("worker/" + name))))
          .as(name)
          .isTrue();
    }
    for (var name : new String[] {"README.md", "ts", "style.css"}) {
      var file = new FileInIde(write("worker/" + name));
      assertThat(ScriptFiles.areOfAWorker(file)).as(name).isFalse();
      assertThat(new WranglerProjectMatcher().match(file, () -> null)).as(name).isTrue();
    }
  }

  private Path write(String name) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  /** A file on disk as the IDE shows it. */
  private static final class FileInIde extends VirtualFile {
    private final Path path;

    FileInIde(Path path) {
      this.path = path;
    }

    @Override
    public String getName() {
      return String.valueOf(path.getFileName());
    }

    @Override
    public String getPath() {
      return path.toString();
    }

    @Override
    public boolean isDirectory() {
      return Files.isDirectory(path);
    }
  }
}
