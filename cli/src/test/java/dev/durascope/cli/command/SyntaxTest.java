package dev.durascope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SyntaxTest {
  private enum Color {
    RED,
    DARK_BLUE
  }

  private static final Syntax SYNTAX =
      new Syntax(
          "paint",
          "Paints.",
          List.of("FILE"),
          List.of(
              Flag.ofValue("--config", "FILE", "The configuration.").withShortName("-c"),
              Flag.ofValues("--var", "K:V", "A variable."),
              Flag.ofValue("--port", "N", "The port."),
              Flag.ofOptionalValue(
                  "--inspect",
                  "PORT",
                  "Lets a debugger in, by default on any free port that there is on this machine,"
                      + " which is said."),
              Flag.ofSwitch("--quiet", "Says nothing."),
              Flag.ofValue("--color", "COLOR", "The color."),
              Flag.ofSwitch("--stdio", "")));

  @Test
  void flagsAndOperandsMayMix() throws Exception {
    var words =
        SYNTAX.parse(
            List.of(
                "--var", "A:1", "house", "-c", "x.toml", "--var=B:2=3", "--inspect", "--quiet"));
    assertThat(words.operand(0)).contains("house");
    assertThat(words.operand(1)).isEmpty();
    assertThat(words.value("--config")).contains("x.toml");
    assertThat(words.values("--var")).containsExactly("A:1", "B:2=3");
    assertThat(words.has("--quiet")).isTrue();
    assertThat(words.has("--inspect")).isTrue();
    assertThat(words.value("--inspect")).isEmpty();
    assertThat(words.has("--port")).isFalse();
  }

  @Test
  void anOptionalValueNeedsAnEqualsSign() throws Exception {
    assertThat(SYNTAX.parse(List.of("--inspect=9229")).port("--inspect"))
        .isEqualTo(OptionalInt.of(9229));
    assertThat(SYNTAX.parse(List.of("--inspect", "9229")).operand(0)).contains("9229");
  }

  @Test
  void ofSeveralValuesTheLastCounts() throws Exception {
    assertThat(SYNTAX.parse(List.of("--config=a", "--config=b")).value("--config")).contains("b");
  }

  @Test
  void behindTwoDashesNothingIsAFlag() throws Exception {
    assertThat(SYNTAX.parse(List.of("--", "--quiet")).operand(0)).contains("--quiet");
  }

  @Test
  void whatMakesNoSenseIsNamed() {
    assertRefused("there is no flag --quit; did you mean --quiet?", "--quit");
    assertRefused("there is no flag --colour; did you mean --color?", "--colour=red");
    assertRefused("there is no flag --zzz", "--zzz");
    assertRefused("there is no flag -x", "-x");
    assertRefused("--quiet takes no value", "--quiet=yes");
    assertRefused("--config needs a value: -c, --config FILE", "-c");
    assertRefused("\"b\" is one word too many", "a", "b");
  }

  @Test
  void valuesOfAnotherTypeAreNamed() throws Exception {
    var words = SYNTAX.parse(List.of("--port", "70000", "--color=green"));
    assertThat(catchThrowableOfType(UsageError.class, () -> words.port("--port")))
        .hasMessage("--port wants a port from 0 to 65535, not \"70000\"");
    assertThat(catchThrowableOfType(UsageError.class, () -> words.choice("--color", Color.class)))
        .hasMessage("--color is one of red, dark-blue, not \"green\"");
    assertThat(SYNTAX.parse(List.of("--color", "dark-blue")).choice("--color", Color.class))
        .contains(Color.DARK_BLUE);
  }

  @Test
  void pathsStartFromTheWorkingDirectory() throws Exception {
    var console =
        new Console(
            InputStream.nullInputStream(),
            System.out,
            new PrintStream(System.err),
            Path.of("/work-dir"));
    var words = SYNTAX.parse(List.of("a/../b"));
    assertThat(words.path("a/../b", console)).isEqualTo(Path.of("/work-dir/b"));
    assertThat(words.path("", console)).isEqualTo(Path.of("/work-dir"));
    assertThat(words.path("/x", console)).isEqualTo(Path.of("/x"));
  }

  @Test
  void helpShowsWhatThereIs() {
    assertThat(SYNTAX.help())
        .isEqualTo(
            """
            Usage: durascope paint [FILE] [flags]

            Paints.

              -c, --config FILE         The configuration.
              --var K:V …               A variable.
              --port N                  The port.
              --inspect[=PORT]          Lets a debugger in, by default on any free port that there is on this
                                        machine, which is said.
              --quiet                   Says nothing.
              --color COLOR             The color.
              -h, --help                Show this help.
            """);
  }

  private static void assertRefused(String message, String... line) {
    assertThat(catchThrowableOfType(UsageError.class, () -> SYNTAX.parse(List.of(line))))
        .hasMessage(message);
  }
}
