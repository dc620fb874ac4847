package dev.durascope.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.cli.command.ExitCode;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from the words to the exit code; what is found is the language server's to test. */
class CheckCommandTest {
  @TempDir Path dir;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void writeProject() throws Exception {
    Files.createDirectories(dir.resolve("app"));
    Files.writeString(dir.resolve("app/index.js"), "export class Room {}\nexport default {};\n");
    Files.writeString(dir.resolve("app/wrangler.toml"), config("Room"));
    Files.writeString(dir.resolve("app/other.toml"), config("Rom"));
  }

  @Test
  void aSoundProjectIsPassed() {
    assertThat(check("app")).isEqualTo(ExitCode.OK);
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void aFaultIsPrintedAndFails() {
    assertThat(check("app", "-c", "app/other.toml", "--format", "json")).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString(UTF_8)).contains("\"file\":\"other.toml\"").contains("Rom");
  }

  @Test
  void thePlanIsPrinted() {
    assertThat(check("app", "--plan", "--applied", "v1")).isEqualTo(ExitCode.OK);
    assertThat(out.toString(UTF_8)).contains("after v1  Room").contains("changes no class");
    assertThat(check("app", "--applied", "v1")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8)).contains("--applied is for --plan");
  }

  @Test
  void whatCannotBeCheckedIsUsage() {
    assertThat(check("nowhere")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8)).contains("durascope check: ").contains("nowhere");
    assertThat(check("app", "--format", "xml")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8))
        .contains("--format is one of text, json, sarif, github, not \"xml\"");
  }

  @Test
  void severitiesDecideTheExitCode() {
    assertThat(check("app", "-c", "app/other.toml")).isEqualTo(ExitCode.FAILED);
    out.reset();
    assertThat(
            check(
                "app",
                "-c",
                "app/other.toml",
                "--severity",
                "BND03=warning",
                "--severity",
                "MIG13=off"))
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString(UTF_8)).contains("warning[BND03]").doesNotContain("MIG13");
    assertThat(check("app", "--severity", "XYZ99=off")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8)).contains("there is no diagnostic \"XYZ99\"");
    assertThat(check("app", "--severity", "MIG05")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8))
        .contains("\"\" is no severity; there are off, hint, info, warning");
  }

  private int check(String... words) {
    return new Terminal(dir, out, err).run("check", words);
  }

  private static String config(String className) {
    return """
    name = "app"
    main = "index.js"
    compatibility_date = "2025-06-01"
    [[durable_objects.bindings]]
    name = "ROOM"
    class_name = "%s"
    [[migrations]]
    tag = "v1"
    new_sqlite_classes = ["%s"]
    """
        .formatted(className, className);
  }
}
