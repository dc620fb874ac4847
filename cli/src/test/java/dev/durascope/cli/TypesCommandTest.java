package dev.durascope.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.cli.command.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the words to the file; that it is what wrangler writes is the language server's to test. */
class TypesCommandTest {
  private static final String FILE = "worker-configuration.d.ts";

  @TempDir Path dir;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void writeProject() throws IOException {
    Files.writeString(dir.resolve("index.js"), "export class Room {}\nexport default {};\n");
    config("ROOM");
  }

  private void config(String binding) throws IOException {
    Files.writeString(
        dir.resolve("wrangler.toml"),
        """
        name = "app"
        main = "index.js"
        compatibility_date = "2026-01-01"
        vars = { MODE = "a" }
        [[durable_objects.bindings]]
        name = "%s"
        class_name = "Room"
        [env.staging]
        vars = { MODE = "b" }
        """
            .formatted(binding));
  }

  @Test
  void theFileIsWrittenAndKeptUpToDate() throws IOException {
    assertThat(types("--check")).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString(UTF_8)).isEqualTo("worker-configuration.d.ts is not there\n");
    assertThat(types()).isEqualTo(ExitCode.OK);
    assertThat(read())
        .contains("\tMODE: \"b\" | \"a\";\n")
        .contains("\tROOM?: DurableObjectNamespace<import(\"./index\").Room>;\n");
    assertThat(types("--check")).isEqualTo(ExitCode.OK);
    config("HALL");
    assertThat(types("--check")).isEqualTo(ExitCode.FAILED);
    assertThat(read()).doesNotContain("HALL");
    assertThat(types()).isEqualTo(ExitCode.OK);
    assertThat(read()).contains("HALL").doesNotContain("ROOM");
  }

  @Test
  void aFileIsMadeAgainAsItWasMade() throws IOException {
    assertThat(types("--env", "staging", "--env-interface", "Bindings", "--loose-vars"))
        .isEqualTo(ExitCode.OK);
    var made = read();
    assertThat(made)
        .contains("--env=staging --include-runtime=false --strict-vars=false")
        .contains("interface Bindings extends __BaseEnv_Bindings {}")
        .contains("\tMODE: string;\n")
        .doesNotContain("ROOM");
    assertThat(types()).isEqualTo(ExitCode.OK);
    assertThat(read()).isEqualTo(made);
  }

  @Test
  void classesOfOtherWorkersAreNamed() throws IOException {
    var far = Files.createDirectories(dir.resolve("far"));
    Files.writeString(far.resolve("main.js"), "export class Far {}\n");
    Files.writeString(far.resolve("wrangler.json"), "{ \"name\": \"far\", \"main\": \"main.js\" }");
    Files.writeString(
        dir.resolve("wrangler.toml"),
        "[[durable_objects.bindings]]\nname = \"FAR\"\nclass_name = \"Far\"\nscript_name = \"far\"\n",
        StandardOpenOption.APPEND);
    assertThat(types()).isEqualTo(ExitCode.OK);
    assertThat(read()).contains("DurableObjectNamespace /* Far from far */");
    assertThat(types("-c", "wrangler.toml", "-c", "far/wrangler.json")).isEqualTo(ExitCode.OK);
    assertThat(read())
        .contains("--config=wrangler.toml --config=far/wrangler.json")
        .contains("DurableObjectNamespace<import(\"./far/main\").Far>");
    assertThat(types("--check")).isEqualTo(ExitCode.OK);
    assertThat(types("-c", "wrangler.toml", "-c", "near/wrangler.json")).isEqualTo(ExitCode.USAGE);
    Files.writeString(far.resolve("wrangler.json"), "{ \"name\": \"far\" }");
    assertThat(types("--check")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8))
        .contains("there is no configuration ")
        .contains("has no entry point");
  }

  @Test
  void whatIsNotGeneratedIsNotTouched() throws IOException {
    Files.writeString(dir.resolve(FILE), "interface Env {}\n");
    assertThat(types()).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "durascope types: A non-Wrangler worker-configuration.d.ts already exists, please"
                + " rename and try again.\n");
    assertThat(read()).isEqualTo("interface Env {}\n");
  }

  @Test
  void whatIsAskedForAmissIsSaid() {
    assertThat(types("--env", "nowhere")).isEqualTo(ExitCode.USAGE);
    assertThat(types("--out", "env.ts")).isEqualTo(ExitCode.USAGE);
    assertThat(types("--env-interface", "1")).isEqualTo(ExitCode.USAGE);
    assertThat(types("nowhere")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8))
        .contains("wrangler.toml has no environment \"nowhere\"")
        .contains("ends in .d.ts")
        .contains("--env-interface is a name, not \"1\"")
        .contains("durascope types: there is no directory");
  }

  private String read() throws IOException {
    return Files.readString(dir.resolve(FILE));
  }

  private int types(String... words) {
    return new Terminal(dir, out, err).run("types", words);
  }
}
