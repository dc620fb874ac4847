package dev.durascope.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.cli.command.ExitCode;
import dev.durascope.languageserver.analysis.rules.AllRules;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aCodeIsExplained() {
    assertThat(explain("bnd03")).isEqualTo(ExitCode.OK);
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            BND03: A bound class is misspelt
            Severity: error

            The entry point does not export the class, but it exports one whose name differs only in case or by
            a slip of the finger. The quick-fix puts that name in.

            Example:

              --- wrangler.toml
              main = "src/index.js" # has `export class ChatRoom`

              [[durable_objects.bindings]]
              name = "ROOM"
              class_name = "Chatroom"
            """);
  }

  @Test
  void everyCodeIsExplainedWithinTheWidthOfATerminal() {
    for (var rule : AllRules.LIST) {
      out.reset();
      var kind = rule.kind();
      assertThat(explain(kind.code())).isEqualTo(ExitCode.OK);
      var text = out.toString(UTF_8);
      var words = text.substring(0, text.indexOf("Example:")).replaceAll("\\s+", " ");
      assertThat(words).contains(kind.title(), kind.explanation().replaceAll("\\s+", " "));
      assertThat(text.substring(0, text.indexOf("Example:")).lines())
          .as(kind.code())
          .satisfies(lines -> assertThat(String.join("\n", lines)).doesNotContain("\n\n\n"))
          .allMatch(line -> line.length() <= 100);
    }
  }

  @Test
  void severalCodesAndAllOfThem() {
    assertThat(explain("BND01", "MIG05")).isEqualTo(ExitCode.OK);
    assertThat(out.toString(UTF_8)).startsWith("BND01: ").contains("\n\nMIG05: ");
    out.reset();
    assertThat(explain()).isEqualTo(ExitCode.OK);
    assertThat(out.toString(UTF_8).lines())
        .hasSameSizeAs(AllRules.LIST)
        .contains("BND09  information  A binding is never used");
  }

  @Test
  void aCodeThatThereIsNotIsGuessed() {
    assertThat(explain("BND1")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8))
        .startsWith("durascope explain: there is no diagnostic \"BND1\"; did you mean BND");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  private int explain(String... words) {
    return new Terminal(Path.of("/"), out, err).run("explain", words);
  }
}
