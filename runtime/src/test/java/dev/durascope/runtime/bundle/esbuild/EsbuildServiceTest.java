package dev.durascope.runtime.bundle.esbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.bundle.TestProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EsbuildServiceTest {
  @TempDir Path dir;

  @Test
  void oneServiceHoldsSeveralBuilds() throws Exception {
    try (var service = EsbuildService.start(() -> EsbuildBinary.locate(dir));
        var first = service.open(request("first"))) {
      try (var second = service.open(request("second"))) {
        assertThat(text(first.rebuild())).contains("first");
        assertThat(text(second.rebuild())).contains("second");
      }
      assertThat(text(first.rebuild())).contains("first");
      assertThat(service.hasEnded()).isFalse();
    }
  }

  @Test
  void aBinaryThatIsMissingFailsTheFirstQuestion() {
    try (var service =
        EsbuildService.start(
            () -> {
              throw new IOException("no binary here");
            })) {
      assertThatThrownBy(() -> service.open(request("x")))
          .isInstanceOf(ProtocolException.class)
          .hasMessage("esbuild: no binary here");
      assertThat(service.hasEnded()).isTrue();
    }
  }

  @Test
  void aProgramThatIsNotEsbuildIsToldApart() {
    try (var service = EsbuildService.start(() -> Path.of("/bin/echo"))) {
      assertThatThrownBy(() -> service.open(request("x"))).isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void aServiceThatEndsByItselfLeavesItsReason() throws Exception {
    var script = dir.resolve("esbuild");
    var version = EsbuildBinary.VERSION;
    Files.writeString(
        script,
        "#!/bin/sh\nprintf '\\%03o\\000\\000\\000%s'\nhead -c 1 >/dev/null\necho 'panic: no memory' >&2\n"
            .formatted(version.length(), version));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    try (var service = EsbuildService.start(() -> script)) {
      assertThatThrownBy(() -> service.open(request("x")))
          .isInstanceOf(ProtocolException.class)
          .hasMessage("esbuild: the service ended by itself: panic: no memory");
    }
  }

  @Test
  void afterCloseEveryQuestionFailsAtOnce() throws Exception {
    var service = EsbuildService.start(() -> EsbuildBinary.locate(dir));
    var session = service.open(request("x"));
    service.close();
    assertThatThrownBy(session::rebuild).isInstanceOf(ProtocolException.class);
    assertThat(service.hasEnded()).isTrue();
  }

  @Test
  void aWrongFlagIsRefusedWithEsbuildsReason() {
    try (var service = EsbuildService.start(() -> EsbuildBinary.locate(dir))) {
      var entry = new TestProject(dir).write("x.js", "");
      var request = new BuildRequest(entry, dir, List.of("--no-such-flag"), List.of(), List.of());
      assertThatThrownBy(() -> service.open(request)).hasMessageContaining("--no-such-flag");
    }
  }

  private BuildRequest request(String name) {
    var entry = new TestProject(dir).write(name + ".js", "console.log('" + name + "')");
    return new BuildRequest(
        entry, dir, List.of("--bundle", "--outdir=" + dir.resolve("out")), List.of(), List.of());
  }

  private static String text(BuildOutput output) {
    return new String(output.files().getFirst().contents(), StandardCharsets.UTF_8);
  }
}
