package dev.durascope.runtime.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomBuildTest {
  @TempDir Path dir;

  @Test
  void itRunsInAShellInItsDirectoryAndItsOutputIsPassedOn() throws Exception {
    var lines = new ArrayList<String>();
    new CustomBuild(
            "pwd -P; echo for $WRANGLER_COMMAND >&2; echo 'export default 1' > made.js; cat", dir)
        .run(lines::add);
    assertThat(lines).containsExactly(dir.toRealPath().toString(), "for dev");
    assertThat(dir.resolve("made.js")).hasContent("export default 1");
  }

  @Test
  void programsOfThePackagesHereAndAboveAreFoundByName() throws Exception {
    program(dir, "bundler", "echo above");
    var inner = dir.resolve("packages/worker");
    program(inner, "minifier", "echo here");
    program(dir, "minifier", "echo not this one");
    var lines = new ArrayList<String>();
    new CustomBuild("bundler && minifier", inner).run(lines::add);
    assertThat(lines).containsExactly("above", "here");
  }

  private static void program(Path directory, String name, String script) throws IOException {
    var bin = Files.createDirectories(directory.resolve("node_modules/.bin"));
    var file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void aFailureNamesTheCommandAndItsExitCode() {
    var build = new CustomBuild("exit 3", dir);
    assertThat(catchThrowableOfType(BundleException.class, () -> build.run(line -> {})))
        .hasMessage(
            "The custom build `exit 3` ([build] command in the wrangler configuration) failed with"
                + " exit code 3; its own output says why.");
  }

  @Test
  void aMissingDirectoryIsNamed() {
    var build = new CustomBuild("true", dir.resolve("gone"));
    assertThat(catchThrowableOfType(BundleException.class, () -> build.run(line -> {})))
        .hasMessageContaining(dir.resolve("gone") + " does not exist");
  }
}
