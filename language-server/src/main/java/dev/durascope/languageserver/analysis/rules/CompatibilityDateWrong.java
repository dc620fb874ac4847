package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.tree.Node;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** CFG12: a {@code compatibility_date} that is not written as a date, or lies ahead. */
final class CompatibilityDateWrong implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "CFG12",
          Severity.ERROR,
          "The compatibility date is no date that has been",
          """
          The compatibility date is written `YYYY-MM-DD` and may not lie in the future: the \
          runtime refuses to start with a date that it does not know yet, and Cloudflare refuses \
          the deployment.
          """,
          """
          compatibility_date = "01/04/2026"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      view.environment()
          .ownValue("compatibility_date")
          .ifPresent(
              value -> {
                switch (value) {
                  case Node.Text text -> checkText(subject, text, out);
                  case Node.Word date when ISO.matcher(date.raw()).matches() ->
                      out.accept(bareDate(subject, date));
                  default -> {}
                }
              });
    }
  }

  private static void checkText(Subject subject, Node.Text text, Consumer<Diagnostic> out) {
    if (EnvironmentView.isPlaceholder(text.value())) {
      return;
    }
    var place = subject.at(text.inside());
    var today = subject.today().toString();
    fault(text.value(), subject.today())
        .ifPresent(
            fault ->
                out.accept(
                    new Diagnostic(KIND, place, fault)
                        .with(new Fix("Replace by \"" + today + "\"", place, today))));
  }

  /** TOML has dates of its own, which wrangler does not take. */
  private static Diagnostic bareDate(Subject subject, Node.Word date) {
    var place = subject.at(date.span());
    return new Diagnostic(
            KIND,
            place,
            "Expected \"compatibility_date\" to be of type string but got the date %s."
                .formatted(date.raw()))
        .with(new Fix("Put it in quotes", place, "\"" + date.raw() + "\""));
  }

  private static Optional<String> fault(String written, LocalDate today) {
    try {
      if (ISO.matcher(written).matches()) {
        // Somewhere on earth it is tomorrow already.
        return LocalDate.parse(written).isAfter(today.plusDays(1))
            ? Optional.of("The compatibility date %s is in the future".formatted(written))
            : Optional.empty();
      }
    } catch (DateTimeParseException noSuchDay) {
      return Optional.of("There is no day %s".formatted(written));
    }
    return Optional.of(
        "\"compatibility_date\" field should be a valid ISO-8601 date (YYYY-MM-DD), but got \"%s\"."
            .formatted(written));
  }
}
