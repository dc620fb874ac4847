package dev.durascope.cli;

import dev.durascope.cli.command.Command;
import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.ExitCode;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.Words;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.rules.AllRules;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code durascope explain}: what a code in a report means, where no page of it is at hand. */
final class ExplainCommand implements Command {
  private static final int WIDTH = 100;

  /** Lines of an explanation up to {@link #WIDTH}, broken between words. */
  private static final Pattern LINE = Pattern.compile("(?m)(.{1," + WIDTH + "})(?: +|$\\n?)");

  /** The start of a line that has something. */
  private static final Pattern LINE_START = Pattern.compile("(?m)^(?=.)");

  private static final Pattern FILE = Pattern.compile("(?m)^//- /");

  @Override
  public Syntax syntax() {
    return new Syntax(
        "explain",
        "Explains what durascope check and the editors report: what it means, what to do, and an"
            + " example. Without a code, lists all of them.",
        List.of("CODE..."),
        List.of());
  }

  @Override
  public int run(Words words, Console console) throws UsageError {
    var kinds = AllRules.LIST.stream().map(Rule::kind).toList();
    if (words.operands().isEmpty()) {
      for (var kind : kinds) {
        console
            .out()
            .println("%s  %-11s  %s".formatted(kind.code(), kind.severity().word(), kind.title()));
      }
      return ExitCode.OK;
    }
    var separator = "";
    for (var word : words.operands()) {
      console.out().print(separator + text(find(words, word, kinds)));
      separator = "\n";
    }
    return ExitCode.OK;
  }

  private static DiagnosticKind find(Words words, String word, List<DiagnosticKind> kinds)
      throws UsageError {
    var code = word.toUpperCase(Locale.ROOT);
    for (var kind : kinds) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    var codes = kinds.stream().map(DiagnosticKind::code).toList();
    throw new UsageError(
        words.command(),
        "there is no diagnostic \"" + word + "\"" + Syntax.suggestion(code, codes));
  }

  private static String text(DiagnosticKind kind) {
    var example = kind.example();
    var whole = example.startsWith("//- ") ? example : "//- /wrangler.toml\n" + example;
    return "%s: %s\nSeverity: %s\n\n%s\n\nExample:\n\n%s\n"
        .formatted(
            kind.code(),
            kind.title(),
            kind.severity().word(),
            LINE.matcher(kind.explanation()).replaceAll("$1\n").strip(),
            LINE_START.matcher(FILE.matcher(whole).replaceAll("--- ").strip()).replaceAll("  "));
  }
}
