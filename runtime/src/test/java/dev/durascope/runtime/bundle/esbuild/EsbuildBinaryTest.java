package dev.durascope.runtime.bundle.esbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.bundle.TestProject;
import dev.durascope.runtime.bundle.esbuild.EsbuildBinary.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EsbuildBinaryTest {
  private static final Platform PACKED = new Platform("linux-x64");
  private static final Platform ELSEWHERE = new Platform("plan9-mips");

  @TempDir Path dir;

  @Test
  void thePackedBinaryIsUnpackedOnceAndSpeaksTheVersion() throws Exception {
    var cache = dir.resolve("cache");
    var binary = EsbuildBinary.locate(dir, PACKED, cache);
    var modified = Files.getLastModifiedTime(binary);

    assertThat(output(binary, "--version")).isEqualTo(EsbuildBinary.VERSION + "\n");
    assertThat(EsbuildBinary.locate(dir, PACKED, cache)).isEqualTo(binary);
    assertThat(Files.getLastModifiedTime(binary)).isEqualTo(modified);
    assertThat(cache).isDirectoryNotContaining(file -> !file.equals(binary));
  }

  @Test
  void aDamagedCopyIsReplaced() throws Exception {
    var cache = dir.resolve("cache");
    var binary = EsbuildBinary.locate(dir, PACKED, cache);
    var size = Files.size(binary);
    Files.writeString(binary, "cut short");
    assertThat(EsbuildBinary.locate(dir, PACKED, cache)).isEqualTo(binary).hasSize(size);
  }

  @Test
  void elsewhereTheProjectsOwnIsTakenIfItsVersionFits() throws Exception {
    var project = new TestProject(dir.resolve("app"));
    project.write("node_modules/@esbuild/plan9-mips/package.json", "{\"version\": \"0.1.2\"}");
    new TestProject(dir)
        .write(
            "node_modules/@esbuild/plan9-mips/package.json",
            "{\"version\": \"" + EsbuildBinary.VERSION + "\"}");
    assertThat(EsbuildBinary.locate(project.dir(), ELSEWHERE, dir))
        .isEqualTo(dir.resolve("node_modules/@esbuild/plan9-mips/bin/esbuild"));
  }

  @Test
  void withoutOneTheErrorNamesTheRemedy() {
    var project = new TestProject(dir);
    project.write("node_modules/@esbuild/plan9-mips/package.json", "{\"version\": \"0.1.2\"}");
    assertThatThrownBy(() -> EsbuildBinary.locate(dir, ELSEWHERE, dir))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No esbuild " + EsbuildBinary.VERSION + " for plan9-mips")
        .hasMessageContaining("(found there: 0.1.2)")
        .hasMessageContaining("npm install --save-dev esbuild@" + EsbuildBinary.VERSION);
  }

  @Test
  void platformsAreNamedAsNpmNamesThem() {
    assertThat(Platform.of("Linux", "amd64").name()).isEqualTo("linux-x64");
    assertThat(Platform.of("Mac OS X", "aarch64").name()).isEqualTo("darwin-arm64");
    assertThat(Platform.of("Windows 11", "amd64").name()).isEqualTo("win32-x64");
    assertThat(Platform.of("Windows 11", "amd64").executable()).isEqualTo("esbuild.exe");
  }

  private static String output(Path binary, String argument) throws Exception {
    var process = new ProcessBuilder(binary.toString(), argument).start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return text;
  }
}
