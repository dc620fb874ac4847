package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.Expression;
import dev.durascope.model.modules.SourceCode;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** JS24: a literal jurisdiction, or location hint, that the platform does not know. */
final class UnknownJurisdiction implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS24",
          Severity.ERROR,
          "There is no such jurisdiction or location hint",
          """
          Jurisdictions are `eu`, `us`, `fedramp` and `fedramp-high`; location hints `wnam`, \
          `enam`, `sam`, `weur`, `eeur`, `apac`, `apac-ne`, `apac-se`, `oc`, `afr` and `me`. \
          Others are refused.
          """,
          """
          main = "src/hint.js" # which calls env.ROOM.get(id, { locationHint: "europe" })
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Pattern NAMESPACE = Pattern.compile("(this\\.)?env\\.\\w+");

  private static final List<String> JURISDICTIONS = List.of("eu", "us", "fedramp", "fedramp-high");
  private static final List<String> HINTS =
      List.of(
          "wnam", "enam", "sam", "weur", "eeur", "apac", "apac-ne", "apac-se", "oc", "afr", "me");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var method : List.of("get", "getByName")) {
      ObjectCalls.each(
          subject, method, (source, call) -> option(source, call, 1, "locationHint", HINTS, out));
    }
    ObjectCalls.each(
        subject,
        "newUniqueId",
        (source, call) -> option(source, call, 0, "jurisdiction", JURISDICTIONS, out));
    ObjectCalls.each(
        subject,
        "jurisdiction",
        (source, call) -> {
          if (NAMESPACE.matcher(call.receiver()).matches()) {
            call.argument(0)
                .ifPresent(value -> value(source, value, "jurisdiction", JURISDICTIONS, out));
          }
        });
  }

  private static void option(
      SourceCode source,
      Call call,
      int index,
      String name,
      List<String> known,
      Consumer<Diagnostic> out) {
    if (call.argument(index).orElse(null) instanceof Expression.Properties options) {
      for (var option : options.properties()) {
        if (option.name().equals(name)) {
          value(source, option.value(), name, known, out);
        }
      }
    }
  }

  private static void value(
      SourceCode source,
      Expression value,
      String name,
      List<String> known,
      Consumer<Diagnostic> out) {
    if (value instanceof Expression.Text text && !known.contains(text.value())) {
      out.accept(
          new Diagnostic(
              KIND,
              ObjectCalls.at(source, text.inside()),
              "There is no %s \"%s\": they are %s"
                  .formatted(name, text.value(), String.join(", ", known))));
    }
  }
}
