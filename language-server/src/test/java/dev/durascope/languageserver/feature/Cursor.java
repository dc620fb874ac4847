package dev.durascope.languageserver.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Scope;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.analysis.Surroundings;
import dev.durascope.languageserver.schema.InstalledSchemas;
import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.modules.ModuleCache;
import dev.durascope.model.modules.SourceFiles;
import dev.durascope.model.text.LineIndex;
import dev.durascope.model.text.Span;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A small project in one text, with the place that is asked about: {@code //- /path} begins a file,
 * {@code <|>} is the cursor. The first configuration in it is the one that answers.
 */
final class Cursor {

  private static final String MARK = "<|>";
  private static final InstalledSchemas SCHEMAS = new InstalledSchemas();

  private final Map<Path, String> files = new LinkedHashMap<>();
  private Path file = Path.of("/");
  private int offset = -1;

  /** Of what is selected: a second mark. */
  private int end = -1;

  private Cursor() {}

  private static Cursor of(String text) {
    var cursor = new Cursor();
    for (var part : text.split("(?m)^//- ", -1)) {
      int line = part.indexOf('\n');
      if (line > 0) {
        cursor.add(Path.of(part.substring(0, line).strip()), part.substring(line + 1));
      }
    }
    assertThat(cursor.offset).as("the cursor <|>").isNotNegative();
    return cursor;
  }

  private void add(Path path, String content) {
    int mark = content.indexOf(MARK);
    if (mark >= 0) {
      file = path;
      offset = mark;
      end = Math.max(mark, content.replaceFirst(Pattern.quote(MARK), "").indexOf(MARK));
    }
    files.put(path, content.replace(MARK, ""));
  }

  /** Performs the one refactoring of this title, and compares all files that it changes. */
  static void checkRefactoring(String project, String title, String expected) {
    var cursor = of(project);
    var found =
        cursor.refactorings().stream().filter(each -> each.fix().title().equals(title)).toList();
    assertThat(found).as("what is offered: %s", cursor.refactorings()).hasSize(1);
    assertThat(cursor.after(found.getFirst().fix())).isEqualTo(expected);
  }

  /** The titles of what is offered at the cursor, or for what is selected. */
  static List<String> refactoringTitles(String project) {
    return of(project).refactorings().stream().map(each -> each.fix().title()).toList();
  }

  private List<Refactoring> refactorings() {
    return ask(
        subject ->
            Refactoring.of(
                subject,
                new Refactoring.Selection(
                    file, new Span(offset, end), Refactoring.Occasion.PASSING)));
  }

  /** What the fix has changed, created and deleted. */
  private String after(Fix fix) {
    var changed = new LinkedHashMap<Path, String>();
    files.forEach(
        (path, text) -> {
          var after = fix.applyTo(path, text);
          if (!after.equals(text)) {
            changed.put(path, after);
          }
        });
    for (var change : fix.files()) {
      switch (change) {
        case Fix.Created(Path created, String text) -> {
          assertThat(files).doesNotContainKey(created);
          changed.put(created, text);
        }
        case Fix.Deleted(Path deleted) -> changed.put(deleted, "(gone)\n");
      }
    }
    return render(changed);
  }

  /** Definitions as {@code path:line:column text}, one a line. */
  static void checkDefinition(String project, String expected) {
    var cursor = of(project);
    var found =
        cursor.ask(subject -> Definition.of(subject, cursor.file, cursor.offset)).stream()
            .map(cursor::describe)
            .collect(Collectors.joining("\n"));
    assertThat(found).isEqualTo(expected.strip());
  }

  /** The whole project with all places that speak of what is at the cursor in brackets. */
  static void checkReferences(String project) {
    var cursor = of(project.replaceAll("[«»]", ""));
    var marked = new LinkedHashMap<>(cursor.files);
    var found = cursor.askAll(subjects -> References.of(subjects, cursor.file, cursor.offset));
    found.reversed().forEach(mention -> mark(marked, mention.place()));
    assertThat(render(marked)).isEqualTo(render(of(project).files));
    var here = cursor.askAll(subjects -> References.inFile(subjects, cursor.file, cursor.offset));
    assertThat(here)
        .as("the same places in the cursor's own file")
        .isEqualTo(found.stream().filter(it -> it.place().file().equals(cursor.file)).toList());
  }

  /**
   * The whole project after what is at the cursor got another name, with all that is offered.
   *
   * @param offered the labels of that
   */
  static void checkRename(String project, String newName, String after, String... offered) {
    var cursor = of(project);
    var rename =
        cursor.askAll(subjects -> Rename.to(newName, subjects, cursor.file, cursor.offset));
    assertThat(rename).isInstanceOf(Rename.Edits.class);
    if (rename instanceof Rename.Edits(var edits, var offers)) {
      var all = new ArrayList<>(edits);
      assertThat(offers).extracting(Rename.Offered::label).containsExactly(offered);
      offers.forEach(each -> all.addAll(each.edits()));
      var fix = new Fix("", all);
      var renamed = new LinkedHashMap<>(cursor.files);
      renamed.replaceAll(fix::applyTo);
      assertThat(render(renamed)).isEqualTo(after);
    }
  }

  static void checkRefused(String project, String newName, String reason) {
    var cursor = of(project);
    assertThat(
            cursor.<Rename>askAll(
                subjects -> Rename.to(newName, subjects, cursor.file, cursor.offset)))
        .isEqualTo(new Rename.Refused(reason));
  }

  /** The lenses of the cursor's file: {@code text: lens}, one a line. */
  static void checkLenses(String project, String expected) {
    var cursor = of(project);
    var found =
        cursor.ask(subject -> Lenses.of(subject, cursor.file)).stream()
            .map(
                lens ->
                    switch (lens) {
                      case Lens.Summary(var place, var title, var targets) ->
                          "%s: %s %s"
                              .formatted(
                                  cursor.text(place.span()),
                                  title,
                                  targets.stream().map(cursor::describe).toList());
                      case Lens.Running(var place, var className) ->
                          cursor.text(place.span()) + ": objects of " + className;
                      case Lens.Debug(var place) -> cursor.text(place.span()) + ": debug";
                    })
            .collect(Collectors.joining("\n"));
    assertThat(found).isEqualTo(expected.strip());
  }

  /** The links of the configuration: {@code text target}, one a line. */
  static void checkLinks(String project, String expected) {
    var cursor = of(project);
    var found =
        cursor.ask(Links::of).stream()
            .map(link -> cursor.text(link.span()) + " " + link.target())
            .collect(Collectors.joining("\n"));
    assertThat(found).isEqualTo(expected.strip());
  }

  /** Names of the project as {@code KIND name (container) place}, one a line. */
  static void checkNames(String project, String query, String expected) {
    var cursor = of(project);
    var found =
        cursor.ask(subject -> WorkspaceNames.of(subject, query)).stream()
            .map(
                name ->
                    "%s %s (%s) %s"
                        .formatted(
                            name.kind(),
                            name.text(),
                            name.container(),
                            cursor.describe(name.place())))
            .collect(Collectors.joining("\n"));
    assertThat(found).isEqualTo(expected.strip());
  }

  /** Implementations as {@code path:line:column text}, one a line. */
  static void checkImplementation(String project, String expected) {
    var cursor = of(project);
    var found =
        cursor.ask(subject -> Implementation.of(subject, cursor.file, cursor.offset)).stream()
            .map(cursor::describe)
            .collect(Collectors.joining("\n"));
    assertThat(found).isEqualTo(expected.strip());
  }

  private static void mark(Map<Path, String> files, Place place) {
    files.computeIfPresent(
        place.file(),
        (_, text) ->
            text.substring(0, place.span().start())
                + "«"
                + place.span().of(text)
                + "»"
                + text.substring(place.span().end()));
  }

  private static String render(Map<Path, String> files) {
    return files.entrySet().stream()
        .map(file -> "//- " + file.getKey() + "\n" + file.getValue())
        .collect(Collectors.joining());
  }

  /** The hovered text in brackets, and the Markdown below; nothing for no hover. */
  static void checkHover(String project, String expected) {
    var cursor = of(project);
    var found =
        cursor
            .ask(subject -> Hover.of(subject, cursor.file, cursor.offset))
            .map(hover -> "[" + cursor.text(hover.span()) + "]\n" + hover.markdown())
            .orElse("");
    assertThat(found).isEqualTo(expected.strip());
  }

  /** Items as {@code label (detail)}, one a line, in their order. */
  static void checkCompletion(String project, String expected) {
    assertThat(
            completion(project).stream()
                .map(item -> item.label() + item.detail().map(" (%s)"::formatted).orElse(""))
                .collect(Collectors.joining("\n")))
        .isEqualTo(expected.strip());
  }

  /** The file after the item of this label was taken. */
  static void checkCompleted(String project, String label, String after) {
    var cursor = of(project);
    var item =
        completion(project).stream()
            .filter(each -> each.label().equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError("there is no " + label));
    var text = cursor.files.getOrDefault(cursor.file, "");
    assertThat(
            text.substring(0, item.replaced().start())
                + item.text()
                + text.substring(item.replaced().end()))
        .isEqualTo(after);
  }

  static List<Completion.Item> completion(String project) {
    var cursor = of(project);
    return cursor.ask(subject -> Completion.of(subject, cursor.file, cursor.offset));
  }

  private String text(Span span) {
    return span.of(files.getOrDefault(file, ""));
  }

  private String describe(Place place) {
    var content = files.getOrDefault(place.file(), "");
    var start = LineIndex.of(content).position(place.span().start());
    return "%s:%d:%d %s"
        .formatted(place.file(), start.line() + 1, start.column() + 1, place.span().of(content))
        .strip();
  }

  private <T> T ask(Function<Subject, T> question) {
    return askAll(subjects -> question.apply(subjects.getFirst()));
  }

  private <T> T askAll(Function<List<Subject>, T> question) {
    try (var modules = new ModuleCache()) {
      var configs =
          files.keySet().stream()
              .filter(ConfigFiles::isConfig)
              .map(config -> WranglerConfig.parse(config, files.getOrDefault(config, "")))
              .toList();
      var surroundings =
          new Surroundings(
                  SourceFiles.NONE.with(files), modules, SCHEMAS, LocalDate.of(2026, 11, 1))
              .beside(() -> configs);
      return question.apply(
          configs.stream()
              .map(config -> Subject.of(config, surroundings, new Scope.Everything()))
              .toList());
    }
  }
}
