package dev.durascope.languageserver.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.languageserver.schema.InstalledSchemas;
import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.modules.ModuleCache;
import dev.durascope.model.modules.SourceFiles;
import dev.durascope.model.text.LineIndex;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A small project in one text that is its own golden.
 *
 * <p>{@code //- /path} begins a file. A comment line of carets below a line says what is reported
 * there, from where to where, in full: {@code # ^^^^ error[BND01]: …}. An empty span is {@code |};
 * a span that begins under the comment sign itself is {@code @0+4}. The annotations are stripped,
 * the rules run, what they report is rendered back, and the whole text is compared: a diagnostic
 * too many is as red as one too few.
 *
 * <p>Hints, which nearly every project gets, are shown where the fixture speaks of their code.
 *
 * <p>{@code //- /path @HEAD} is a file as it was in the last commit, {@code @origin/main} one as it
 * was in a revision that somebody has named. Several configurations are a workspace.
 */
final class Fixture {

  private static final Pattern ANNOTATION =
      Pattern.compile("^(#|//) *(\\^+|\\||@\\d+\\+\\d+) (error|warning|information|hint)\\[.*$");

  /** The day on which fixtures are checked. */
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  private static final InstalledSchemas SCHEMAS = new InstalledSchemas();

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::place).thenComparing(Diagnostic::code);

  private final Map<Path, String> files;

  /** The files as they were, by revision. */
  private final Map<String, Map<Path, String>> before;

  private Fixture(Map<Path, String> files, Map<String, Map<Path, String>> before) {
    this.files = files;
    this.before = before;
  }

  /** Files as they are, without annotations. */
  static Fixture of(Map<Path, String> files) {
    return new Fixture(files, Map.of());
  }

  static Fixture of(String text) {
    var files = new LinkedHashMap<Path, String>();
    var before = new LinkedHashMap<String, Map<Path, String>>();
    for (var part : text.split("(?m)^//- ", -1)) {
      int line = part.indexOf('\n');
      if (line > 0) {
        var head = part.substring(0, line).strip().split(" @", 2);
        var into =
            head.length == 1 ? files : before.computeIfAbsent(head[1], at -> new LinkedHashMap<>());
        into.put(Path.of(head[0]), part.substring(line + 1));
      }
    }
    assertThat(files).as("the fixture's files").isNotEmpty();
    assertThat(before).as("the revisions to compare with").hasSizeLessThan(2);
    return new Fixture(files, before);
  }

  /** Runs all rules over all configurations and compares the rendered text with the fixture. */
  static void check(String text) {
    check(text, new Scope.Everything());
  }

  static void check(String text, Scope scope) {
    assertThat(rendered(text, scope, each -> text.contains(each.code()))).isEqualTo(text);
  }

  /**
   * The fixture with what the rules report in place of its annotations; of hints those that {@code
   * isShown} takes.
   */
  static String rendered(String text, Scope scope, Predicate<Diagnostic> isShown) {
    var fixture = of(text);
    var found = new LinkedHashSet<Diagnostic>();
    fixture.configs().forEach(config -> found.addAll(fixture.run(config, scope)));
    found.removeIf(each -> each.severity() == Severity.HINT && !isShown.test(each));
    var rendered = new StringBuilder();
    for (var path : fixture.files.keySet()) {
      var here = found.stream().filter(each -> each.place().file().equals(path)).sorted(ORDER);
      rendered
          .append("//- ")
          .append(path)
          .append('\n')
          .append(fixture.annotated(path, here.toList()));
    }
    fixture.before.forEach(
        (revision, then) ->
            then.forEach(
                (path, content) ->
                    rendered
                        .append("//- ")
                        .append(path)
                        .append(" @")
                        .append(revision)
                        .append('\n')
                        .append(content)));
    return rendered.toString();
  }

  /** The files, in their order, without their annotations. */
  Map<Path, String> texts() {
    var texts = new LinkedHashMap<Path, String>();
    files.keySet().forEach(file -> texts.put(file, plain(file)));
    return texts;
  }

  /** This project with other texts in its files, and the same past. */
  Fixture with(Map<Path, String> texts) {
    return new Fixture(texts, before);
  }

  /** This project with each configuration in the other syntax, past ones too, where that is. */
  Optional<Fixture> translated() {
    var past = new LinkedHashMap<String, Map<Path, String>>();
    before.forEach(
        (revision, then) -> ConfigTwin.of(then).ifPresent(twin -> past.put(revision, twin)));
    return ConfigTwin.of(texts())
        .filter(twin -> past.size() == before.size())
        .map(twin -> new Fixture(twin, past));
  }

  /** This project without a past. */
  Fixture withoutPast() {
    return new Fixture(files, Map.of());
  }

  /** This project without the files of a folder. */
  Fixture without(String folder) {
    var rest = new LinkedHashMap<>(files);
    rest.keySet().removeIf(path -> path.startsWith(folder));
    return new Fixture(rest, before);
  }

  /** What the files were in the last commit. */
  Map<Path, String> committed() {
    return before.getOrDefault("HEAD", Map.of());
  }

  List<Path> configs() {
    return files.keySet().stream().filter(ConfigFiles::isConfig).toList();
  }

  /** Applies the first fix of the one diagnostic that has one, and compares the configuration. */
  static void checkFix(String before, String after) {
    assertThat(fixed(before, "")).isEqualTo(after);
  }

  /** Applies the first fix of the one diagnostic of this code, and compares the configuration. */
  static void checkFix(String code, String before, String after) {
    assertThat(fixed(before, code)).isEqualTo(after);
  }

  /**
   * The file that is mended, after the fix of the one diagnostic whose code begins with {@code
   * code}; the fault must be gone from it.
   */
  static String fixed(String before, String code) {
    var fixture = of(before);
    var config = fixture.configs().getFirst();
    var fixable =
        fixture.run(config, new Scope.Everything()).stream()
            .filter(diagnostic -> !diagnostic.fixes().isEmpty())
            .filter(diagnostic -> diagnostic.code().startsWith(code))
            .filter(
                diagnostic ->
                    diagnostic.severity() != Severity.HINT || diagnostic.code().equals(code))
            .toList();
    assertThat(fixable).hasSize(1);
    var fix = fixable.getFirst().fixes().getFirst();
    var path = fix.edits().getFirst().place().file();
    var fixed = fix.applyTo(path, fixture.plain(path));
    var mended = new LinkedHashMap<>(fixture.files);
    mended.put(path, fixed);
    assertThat(new Fixture(mended, fixture.before).run(config, new Scope.Everything()))
        .as("faults of the same code after the fix")
        .noneMatch(diagnostic -> diagnostic.code().equals(fixable.getFirst().code()));
    return fixed;
  }

  List<Diagnostic> run(Path path, Scope scope) {
    var plain = new LinkedHashMap<Path, String>();
    files.keySet().forEach(file -> plain.put(file, plain(file)));
    try (var modules = new ModuleCache();
        var modulesThen = new ModuleCache()) {
      return Analysis.run(
          WranglerConfig.parse(path, plain(path)),
          new Surroundings(SourceFiles.NONE.with(plain), modules, SCHEMAS, TODAY)
              .comparedWith(config -> baseline(config, modulesThen))
              .beside(
                  () ->
                      configs().stream()
                          .map(each -> WranglerConfig.parse(each, plain(each)))
                          .toList()),
          scope);
    }
  }

  private Optional<Baseline> baseline(Path config, ModuleCache modules) {
    return before.entrySet().stream()
        .filter(state -> state.getValue().containsKey(config))
        .map(
            state ->
                new Baseline(
                    state.getKey(),
                    !state.getKey().equals("HEAD"),
                    config,
                    SourceFiles.NONE.with(state.getValue()),
                    modules))
        .findFirst();
  }

  private String plain(Path path) {
    var content = files.getOrDefault(path, "");
    if (content.contains("\r\n")) {
      // With the line breaks of Windows there are no annotations.
      return content;
    }
    return content
        .lines()
        .filter(line -> !ANNOTATION.matcher(line).matches())
        .reduce("", (text, line) -> text + line + "\n");
  }

  private String annotated(Path path, List<Diagnostic> diagnostics) {
    var text = plain(path);
    var lines = LineIndex.of(text);
    var comment = path.toString().endsWith(".toml") ? "#" : "//";
    var below = new LinkedHashMap<Integer, List<String>>();
    for (var diagnostic : diagnostics) {
      var start = lines.position(diagnostic.span().start());
      var end = lines.position(diagnostic.span().end());
      assertThat(end.line()).as("%s is on one line", diagnostic).isEqualTo(start.line());
      int length = end.column() - start.column();
      var mark =
          start.column() < comment.length()
              ? "@" + start.column() + "+" + length
              : " ".repeat(start.column() - comment.length())
                  + (length == 0 ? "|" : "^".repeat(length));
      below
          .computeIfAbsent(start.line(), line -> new ArrayList<>())
          .add(
              comment
                  + mark
                  + " %s[%s]: %s"
                      .formatted(
                          diagnostic.severity().word(), diagnostic.code(), diagnostic.message()));
    }
    var out = new StringBuilder();
    for (int line = 0; line < lines.lineCount(); line++) {
      boolean afterLastBreak = line == lines.lineCount() - 1 && lines.line(line).length() == 0;
      if (!afterLastBreak) {
        out.append(lines.line(line).of(text)).append('\n');
      }
      below.getOrDefault(line, List.of()).forEach(note -> out.append(note).append('\n'));
    }
    return out.toString();
  }
}
