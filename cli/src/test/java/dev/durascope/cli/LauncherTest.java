package dev.durascope.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher's shell script, on a distribution whose JDK is a script that says how it was called.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path SOURCE = Path.of("src/main/dist/bin").toAbsolutePath();
  private static final List<String> TOOLS =
      List.of("readlink", "mkdir", "rm", "mv", "find", "sleep", "nice", "cat");

  @TempDir Path dir;
  private Path dist;

  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void makeDistribution() throws IOException {
    dist = Files.createDirectories(dir.resolve("dist with spaces"));
    Files.createDirectories(dist.resolve("bin"));
    for (var script : List.of("durascope", "find-java.sh")) {
      Files.copy(SOURCE.resolve(script), dist.resolve("bin").resolve(script));
    }
    Files.createDirectories(dist.resolve("lib"));
    for (var jar : List.of("durascope-cli", "a", "b")) {
      Files.writeString(dist.resolve("lib/" + jar + ".jar"), "");
    }
    Files.writeString(dist.resolve("classpath"), "lib/b.jar:lib/a.jar");
    // Only what the script may use; a machine's own java must not be found on the path.
    var path = Files.createDirectories(dir.resolve("path"));
    for (var tool : TOOLS) {
      script(path.resolve(tool), "PATH=/usr/bin:/bin\nexec " + tool + " \"$@\"\n");
    }
  }

  @Test
  void theClassPathKeepsItsOrderAndTheWordsTheirShape() throws Exception {
    jdk("jdk", "25.0.3+9");
    var outcome = run(Map.of("JAVA_HOME", "jdk", "DURASCOPE_AOT", "off"), "dev", "a b", "*");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out().lines())
        .containsSubsequence(
            "-cp",
            dist + "/lib/durascope-cli.jar:" + dist + "/lib/b.jar:" + dist + "/lib/a.jar",
            "dev.durascope.cli.Main",
            "dev",
            "a b",
            "*")
        .noneMatch(word -> word.contains("AOT"));
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void aCacheIsUsedWhileItIsNewerThanEveryJar() throws Exception {
    jdk("jdk", "25.0.3+9");
    var environment = Map.of("JAVA_HOME", "jdk", "DURASCOPE_AOT", "use");
    assertThat(run(environment, "--rehearse").exit()).isZero();
    assertThat(run(environment, "lsp").out()).contains("-XX:AOTCache=" + dir.resolve("cache"));

    Files.writeString(dist.resolve("lib/a.jar"), "changed");
    Files.setLastModifiedTime(
        dist.resolve("lib/a.jar"), FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(run(environment, "--help").out()).doesNotContain("-XX:AOTCache=");
  }

  @Test
  void aCacheThatIsFreshIsNotMadeAgain() throws Exception {
    jdk("jdk", "25.0.3+9");
    var environment = Map.of("JAVA_HOME", "jdk", "DURASCOPE_AOT", "use");
    run(environment, "--rehearse");
    var cache = cache();
    Files.writeString(cache, "made before");
    assertThat(run(environment, "--rehearse").exit()).isZero();
    assertThat(cache).hasContent("made before");
  }

  @Test
  void theRehearsalLeavesRoomForTheGoodCompiler() throws Exception {
    jdk("jdk", "25.0.3+9");
    run(Map.of("JAVA_HOME", "jdk", "DURASCOPE_AOT", "use"), "--rehearse");
    assertThat(cache()).content().contains("-XX:TieredStopAtLevel=2 ");
  }

  @Test
  void aRehearsalThatFailsSaysWhereItsOutputIs() throws Exception {
    jdk("jdk", "25.0.3+9");
    script(dir.resolve("jdk/bin/java"), "exit 1\n");
    var outcome = run(Map.of("JAVA_HOME", "jdk"), "--rehearse");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err()).contains("for want of an AOT cache: see " + dir.resolve("cache"));
  }

  @Test
  void anotherJdkHasAnotherCache() throws Exception {
    jdk("jdk", "25.0.3+9");
    jdk("newer", "25.0.4+7");
    run(Map.of("JAVA_HOME", "jdk", "DURASCOPE_AOT", "use"), "--rehearse");
    assertThat(run(Map.of("JAVA_HOME", "newer", "DURASCOPE_AOT", "use"), "lsp").out())
        .doesNotContain("-XX:AOTCache=");
  }

  @Test
  void theCachesOfDistributionsThatAreGoneGoWithTheNextRehearsal() throws Exception {
    jdk("jdk", "25.0.3+9");
    var environment = Map.of("JAVA_HOME", "jdk", "DURASCOPE_AOT", "use");
    run(environment, "--rehearse");
    var first = cache();
    Files.move(dist, dir.resolve("older"));
    makeDistribution();
    run(dir.resolve("older/bin/durascope"), environment, "--rehearse");
    assertThat(caches()).hasSize(2).contains(first);

    Files.move(dist, dir.resolve("moved away"));
    Files.setLastModifiedTime(
        dir.resolve("older/lib/a.jar"), FileTime.from(Instant.now().plusSeconds(60)));
    run(dir.resolve("older/bin/durascope"), environment, "--rehearse");
    assertThat(caches()).hasSize(1).doesNotContain(first);
    assertThat(cache().resolveSibling(cache().getFileName() + ".of"))
        .hasContent(dir.resolve("older").toString());
  }

  @Test
  void theWrongJdkIsPassedOverForTheRightOne() throws Exception {
    jdk("old", "17.0.15+6");
    jdk("dist with spaces/jre", "25");
    var outcome = run(Map.of("JAVA_HOME", "old", "DURASCOPE_AOT", "off"), "lsp");
    assertThat(outcome.out()).startsWith(dist + "/jre/bin/java\n");
  }

  @Test
  void theJavaOnThePathIsFoundBehindItsLinks() throws Exception {
    jdk("jdk", "25.0.3+9");
    Files.createSymbolicLink(dir.resolve("path/java"), dir.resolve("jdk/bin/java"));
    var outcome = run(Map.of("DURASCOPE_AOT", "off"), "lsp");
    assertThat(outcome.out()).startsWith(dir.resolve("jdk/bin/java") + "\n");
  }

  @Test
  void anExplicitJdkMustBeTheRightOne() throws Exception {
    jdk("old", "17.0.15+6");
    var outcome = run(Map.of("DURASCOPE_JAVA_HOME", "old"), "lsp");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo(
            "durascope: DURASCOPE_JAVA_HOME="
                + dir.resolve("old")
                + " is not a JDK 25 but 17.0.15+6.\n");
  }

  @Test
  void itStartsThroughALink() throws Exception {
    jdk("jdk", "25.0.3+9");
    var link =
        Files.createSymbolicLink(
            dir.resolve("durascope"), Path.of("dist with spaces/bin/durascope"));
    assertThat(run(link, Map.of("JAVA_HOME", "jdk", "DURASCOPE_AOT", "off"), "lsp").exit())
        .isZero();
  }

  /** The one cache that a rehearsal has made. */
  private Path cache() throws IOException {
    assertThat(caches()).hasSize(1);
    return caches().getFirst();
  }

  private List<Path> caches() throws IOException {
    try (var files = Files.list(dir.resolve("cache/durascope"))) {
      return files.filter(file -> file.toString().endsWith(".aot")).toList();
    }
  }

  private Outcome run(Map<String, String> environment, String... words) throws Exception {
    return run(dist.resolve("bin/durascope"), environment, words);
  }

  private Outcome run(Path launcher, Map<String, String> environment, String... words)
      throws Exception {
    var command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
    command.addAll(List.of(words));
    var out = dir.resolve("out");
    var err = dir.resolve("err");
    var builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", dir.resolve("path").toString());
    builder.environment().put("XDG_CACHE_HOME", dir.resolve("cache").toString());
    environment.forEach(
        (name, value) ->
            builder
                .environment()
                .put(name, name.endsWith("JAVA_HOME") ? dir.resolve(value).toString() : value));
    var exit = builder.start().waitFor();
    return new Outcome(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  /**
   * A JDK as far as the launcher can tell; its java writes its words, one a line, and into a cache
   * if asked for one.
   */
  private void jdk(String name, String version) throws IOException {
    var home = dir.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_RUNTIME_VERSION=\"" + version + "\"\n");
    script(
        home.resolve("bin/java"),
        """
        echo "$0"
        for word; do
          echo "$word"
          case $word in -XX:AOTCacheOutput=*) echo "$@" >"${word#*=}" ;; esac
        done
        """);
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
