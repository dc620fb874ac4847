package dev.durascope.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void helpListsEveryCommand() {
    assertThat(run("--help")).isEqualTo(ExitCode.OK);
    assertThat(out.toString(UTF_8)).startsWith("Language server, debugger");
    for (var command : Main.COMMANDS) {
      assertThat(out.toString(UTF_8)).containsPattern("\n  " + command.syntax().name() + " +[A-Z]");
    }
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void everyCommandHasHelp() {
    for (var command : Main.COMMANDS) {
      out.reset();
      assertThat(run(command.syntax().name(), "--help")).isEqualTo(ExitCode.OK);
      assertThat(out.toString(UTF_8)).isEqualTo(command.help());
    }
  }

  @Test
  void theVersionNamesWhatAReportShould() {
    assertThat(run("--version")).isEqualTo(ExitCode.OK);
    assertThat(out.toString(UTF_8))
        .matches("durascope \\S+ \\(esbuild [0-9.]+, Java 25\\S*, .+\\)\n");
  }

  @Test
  void withoutACommandTheHelpIsAnError() {
    assertThat(run()).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8)).contains("Usage: durascope COMMAND");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void anUnknownCommandIsAnError() {
    assertThat(run("frobnicate")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8))
        .isEqualTo("durascope: there is no command \"frobnicate\".\nTry: durascope --help\n");
  }

  @Test
  void aMistypedCommandIsGuessed() {
    assertThat(run("chekc")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "durascope: there is no command \"chekc\"; did you mean check?\nTry: durascope --help\n");
  }

  @Test
  void anUnknownFlagIsAnError() {
    for (var command : Main.COMMANDS) {
      err.reset();
      assertThat(run(command.syntax().name(), "--frobnicate")).isEqualTo(ExitCode.USAGE);
      assertThat(err.toString(UTF_8)).contains("there is no flag --frobnicate");
    }
  }

  private int run(String... line) {
    var console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Path.of("/"));
    return Main.run(List.of(line), console);
  }
}
