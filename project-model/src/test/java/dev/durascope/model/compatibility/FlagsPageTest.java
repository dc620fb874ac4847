package dev.durascope.model.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/compatibility-flags.md} is generated from the catalogue. After a change run this test
 * with {@code -Ddurascope.update}, which writes the page.
 */
class FlagsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "compatibility-flags.md");

  @Test
  void thePageIsWhatTheCatalogueSays() throws IOException {
    var page = render();
    if (System.getProperty("durascope.update") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("run with -Ddurascope.update to write it").hasContent(page);
  }

  private static String render() {
    var page =
        new StringBuilder(
            """
            # Compatibility dates and flags

            <!-- Generated from flags.tsv in project-model; a test compares. Do not edit. -->

            A Worker's `compatibility_date` turns on each flag of an earlier date, its
            `compatibility_flags` turn single ones on or off, as in production; a Worker without a
            date gets all that is known (%s). An unknown name, two that contradict each other and a
            date in the future are errors. Flags that Cloudflare calls experimental may be used, as
            in `wrangler dev`.
            """
                .formatted(CompatibilityDate.NEWEST_KNOWN));
    section(page, "Flags that decide", EnumSet.of(Conduct.OBEYED));
    section(
        page,
        "Flags that are accepted and change nothing here",
        EnumSet.complementOf(EnumSet.of(Conduct.OBEYED, Conduct.NONE)));
    page.append("\n## Flags of what a machine of one's own does not have\n\n");
    page.append("Cloudflare's network, other products, Python. They are accepted.\n\n");
    page.append(
        FlagCatalogue.all().stream()
            .filter(flag -> flag.conduct() == Conduct.NONE)
            .map(flag -> "`" + flag.name() + "`")
            .collect(Collectors.joining(", ", "", "\n")));
    return page.toString();
  }

  private static void section(StringBuilder page, String title, EnumSet<Conduct> conducts) {
    page.append("\n## ").append(title).append("\n\n");
    page.append("| flag | opposite | on since | here |\n|---|---|---|---|\n");
    FlagCatalogue.all().stream()
        .filter(flag -> conducts.contains(flag.conduct()))
        .forEach(flag -> page.append(row(flag)));
  }

  private static String row(CompatibilityFlag flag) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            flag.name(),
            flag.opposite().map(name -> "`" + name + "`").orElse(""),
            since(flag),
            flag.conduct() == Conduct.OBEYED ? flag.remark() : flag.conduct().words());
  }

  private static String since(CompatibilityFlag flag) {
    if (flag.always()) {
      return "always";
    }
    var implied =
        flag.impliedBy().stream()
            .map(by -> "with `" + by.name() + "` " + by.since())
            .collect(Collectors.joining(", "));
    return flag.since().map(CompatibilityDate::iso).orElse(implied);
  }
}
