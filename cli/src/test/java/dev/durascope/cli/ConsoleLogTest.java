package dev.durascope.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.cli.command.Console;
import dev.durascope.runtime.project.ProjectLog.Level;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleLogTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private ConsoleLog log(LogLevel least) {
    return log(least, true);
  }

  private ConsoleLog log(LogLevel least, boolean saysAnswers) {
    var console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            Path.of("/"));
    return new ConsoleLog(console, least, saysAnswers);
  }

  @Test
  void aRequestIsALineInWhichNothingControlsTheTerminal() {
    log(LogLevel.LOG).answered("GET", "/a\u001B[2J/b", 404, Duration.ofNanos(5_900_000));
    assertThat(out.toString(UTF_8)).isEqualTo("GET /a?[2J/b 404 (5 ms)\n");
  }

  @Test
  void requestsAreLinesOnlyWhereSomebodyReadsThem() {
    log(LogLevel.LOG, false).answered("GET", "/", 200, Duration.ofMillis(1));
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DEBUG, [w] DEBUG|[w] INFO|GET / 200 (1 ms), [w] WARN|[w] ERROR",
    "INFO, [w] INFO|GET / 200 (1 ms), [w] WARN|[w] ERROR",
    "LOG, [w] INFO|GET / 200 (1 ms), [w] WARN|[w] ERROR",
    "WARN, '', [w] WARN|[w] ERROR",
    "ERROR, '', [w] ERROR",
    "NONE, '', ''",
  })
  void whatMattersLessIsLeftOut(LogLevel least, String said, String complained) {
    var log = log(least);
    for (var level : Level.values()) {
      log.script(level, "w", level.name());
    }
    log.answered("GET", "/", 200, Duration.ofMillis(1));
    assertThat(out.toString(UTF_8).lines()).containsExactlyElementsOf(lines(said));
    assertThat(err.toString(UTF_8).lines()).containsExactlyElementsOf(lines(complained));
  }

  private static List<String> lines(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split("\\|", -1));
  }
}
