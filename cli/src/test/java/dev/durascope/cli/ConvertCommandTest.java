package dev.durascope.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.cli.command.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the words to the files; what is converted to what is the language server's to test. */
class ConvertCommandTest {
  private static final String OLD =
      """
      # The chat.
      name = "chat"
      type = "javascript"

      [build.upload]
      format = "modules"
      main = "./index.mjs"

      # Rooms have a class.
      [[durable_objects.bindings]]
      name = "ROOM"
      class_name = "Room"

      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Room"]
      """;

  private static final String NEW =
      """
      {
        // The chat.
        "name": "chat",
        "main": "dist/index.mjs",

        // Rooms have a class.
        "durable_objects": {
          "bindings": [
            {
              "name": "ROOM",
              "class_name": "Room"
            }
          ]
        },

        "exports": {
          "Room": {
            "type": "durable-object",
            "storage": "sqlite"
          }
        }
      }
      """;

  private static final String SCRIPTS =
      "{ \"scripts\": { \"deploy\": \"wrangler deploy -c wrangler.toml\" } }";

  @TempDir Path dir;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void whatWouldBeWrittenIsPrinted() throws IOException {
    write("wrangler.toml", OLD);
    write("package.json", SCRIPTS);
    assertThat(convert("--to", "jsonc", "--exports", "--legacy")).isEqualTo(ExitCode.OK);
    assertThat(out.toString(UTF_8)).isEqualTo(NEW);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            """
            wrangler.toml would become wrangler.jsonc
            package.json would name it
            Nothing is written without --write
            """);
    assertThat(read("wrangler.toml")).isEqualTo(OLD);
    assertThat(read("package.json")).isEqualTo(SCRIPTS);
    assertThat(dir.resolve("wrangler.jsonc")).doesNotExist();
  }

  @Test
  void filesAreWrittenIfThatIsAskedFor() throws IOException {
    write("wrangler.toml", OLD);
    write("package.json", SCRIPTS);
    assertThat(convert("--to", "jsonc", "--exports", "--legacy", "--write")).isEqualTo(ExitCode.OK);
    assertThat(out.toString(UTF_8).lines())
        .containsExactlyInAnyOrder(
            "Wrote wrangler.jsonc", "Wrote package.json", "Deleted wrangler.toml");
    assertThat(read("wrangler.jsonc")).isEqualTo(NEW);
    assertThat(read("package.json")).isEqualTo(SCRIPTS.replace(".toml", ".jsonc"));
    assertThat(dir.resolve("wrangler.toml")).doesNotExist();
    assertThat(convert("--to", "toml", "--write")).isEqualTo(ExitCode.OK);
    assertThat(read("wrangler.toml")).contains("# Rooms have a class.", "[exports.Room]");
    assertThat(read("package.json")).isEqualTo(SCRIPTS);
  }

  @Test
  void aConfigurationMayBeNamed() throws IOException {
    write("wrangler.staging.toml", "name = \"chat\"\nlegacy_env = true\n");
    assertThat(convert("-c", "wrangler.staging.toml", "--legacy", "--write"))
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString(UTF_8)).isEqualTo("Wrote wrangler.staging.toml\n");
    assertThat(read("wrangler.staging.toml")).isEqualTo("name = \"chat\"\n");
  }

  @Test
  void whatIsAsItIsWantedStays() throws IOException {
    write("wrangler.toml", "name = \"chat\"\n");
    assertThat(convert("--legacy", "--exports", "--to", "toml", "--write")).isEqualTo(ExitCode.OK);
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            """
            wrangler.toml has no keys of wrangler 1
            wrangler.toml has no migrations
            wrangler.toml is TOML already
            """);
  }

  @Test
  void nothingIsWrittenIfNotAllCanBeDone() throws IOException {
    write("wrangler.toml", OLD + "[[migrations]]\ntag = \"v2\"\ndeleted_classes = [\"Hall\"]\n");
    assertThat(convert("--legacy", "--exports", "--write")).isEqualTo(ExitCode.FAILED);
    write("wrangler.toml", OLD + "[exports.Hall]\ntype = \"durable-object\"\n");
    assertThat(convert("--exports")).isEqualTo(ExitCode.FAILED);
    write("wrangler.toml", OLD + "[[containers]]\nclass_name = \"Room\"\n");
    assertThat(convert("--exports")).isEqualTo(ExitCode.FAILED);
    write("wrangler.toml", "type = 1\nname = \"chat\"\n[vars]\nDAY = 2026-01-01\n");
    assertThat(convert("--to", "jsonc")).isEqualTo(ExitCode.FAILED);
    write("wrangler.toml", OLD);
    write("wrangler.jsonc", "{}");
    assertThat(convert("-c", "wrangler.toml", "--to", "jsonc", "--write"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(read("wrangler.toml")).isEqualTo(OLD);
    assertThat(read("wrangler.jsonc")).isEqualTo("{}");
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8).lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("wrangler.toml has migrations that exports"),
            line -> assertThat(line).contains("has exports beside its migrations"),
            line -> assertThat(line).contains("has containers"),
            line -> assertThat(line).contains("has what cannot be carried over: a date"),
            line -> assertThat(line).contains("wrangler.toml has wrangler.jsonc beside it"));
  }

  @Test
  void whatIsAskedForAmissIsSaid() throws IOException {
    assertThat(convert("--legacy")).isEqualTo(ExitCode.USAGE);
    write("wrangler.toml", "name = ");
    assertThat(convert("--legacy")).isEqualTo(ExitCode.USAGE);
    assertThat(convert()).isEqualTo(ExitCode.USAGE);
    assertThat(convert("--to", "yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8))
        .contains("no configuration found in ")
        .contains("wrangler.toml has errors")
        .contains("say what to convert: --to, --legacy, --exports")
        .contains("--to is one of toml, jsonc, not \"yaml\"");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(dir.resolve(file), text);
  }

  private String read(String file) throws IOException {
    return Files.readString(dir.resolve(file));
  }

  private int convert(String... words) {
    return new Terminal(dir, out, err).run("convert", words);
  }
}
