package dev.durascope.languageserver.analysis;

import dev.durascope.model.text.LineIndex;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The page of one diagnostic: what it says, an example, what is really reported there, and what the
 * quick-fix makes of it. All but the words are the work of the rules, so the page cannot promise
 * what they do not do.
 */
final class DiagnosticPage {

  private static final Path CONFIG = Path.of("/wrangler.toml");

  /** The folder of the other Worker that examples may speak of. */
  private static final String NEIGHBOUR = "/rooms";

  private DiagnosticPage() {}

  static String render(DiagnosticKind kind, Fixture example) {
    var found = found(kind, example);
    var texts = example.texts();
    var page =
        new StringBuilder(
            """
            # %s: %s

            <!-- Generated from the rule in language-server; a test compares. Do not edit. -->

            Severity: %s · [all diagnostics](../diagnostics.md)

            %s

            ## Example
            """
                .formatted(kind.code(), kind.title(), kind.severity().word(), kind.explanation()));
    boolean whole = kind.example().startsWith("//- ");
    boolean workspace = !whole && found(kind, example.without(NEIGHBOUR)).isEmpty();
    texts.forEach(
        (path, text) -> {
          if (whole
              || path.equals(CONFIG)
              || kind.example().contains(name(path))
              || (workspace && path.startsWith(NEIGHBOUR))) {
            page.append("\n`%s`\n\n%s".formatted(name(path), block(path, text)));
          }
        });
    if (found(kind, example.withoutPast()).isEmpty()) {
      example
          .committed()
          .forEach(
              (path, text) ->
                  page.append(
                      "\n`%s` in the last commit\n\n%s".formatted(name(path), block(path, text))));
    }
    page.append("\nThis is reported:\n\n```text\n");
    for (var each : found) {
      page.append(
          "%s: %s[%s]: %s\n"
              .formatted(
                  at(texts, each.place()), each.severity().word(), each.code(), each.message()));
      for (var other : each.related()) {
        page.append("  %s: %s\n".formatted(at(texts, other.place()), other.message()));
      }
    }
    page.append("```\n");
    found.stream()
        .filter(each -> !each.fixes().isEmpty())
        .findFirst()
        .ifPresent(each -> fix(page, texts, each.fixes().getFirst()));
    return page.toString();
  }

  private static List<Diagnostic> found(DiagnosticKind kind, Fixture example) {
    return example.run(CONFIG, new Scope.Everything()).stream()
        .filter(each -> each.code().equals(kind.code()))
        .sorted(Comparator.comparing(Diagnostic::place))
        .toList();
  }

  private static void fix(StringBuilder page, Map<Path, String> texts, Fix fix) {
    page.append("\n## Quick-fix\n\n*%s* makes of it:\n".formatted(fix.title()));
    fix.edits().stream()
        .map(edit -> edit.place().file())
        .distinct()
        .forEach(
            path ->
                page.append(
                    "\n`%s`\n\n%s"
                        .formatted(
                            name(path),
                            block(path, fix.applyTo(path, texts.getOrDefault(path, ""))))));
  }

  private static String at(Map<Path, String> texts, Place place) {
    var start = LineIndex.of(texts.getOrDefault(place.file(), "")).position(place.span().start());
    return "%s:%d:%d".formatted(name(place.file()), start.line() + 1, start.column() + 1);
  }

  private static String block(Path path, String text) {
    var file = name(path);
    var language = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return "```%s\n%s\n```\n".formatted(language, text.strip());
  }

  /** The path as the project's folder has it. */
  private static String name(Path path) {
    return path.toString().replace('\\', '/').substring(1);
  }
}
