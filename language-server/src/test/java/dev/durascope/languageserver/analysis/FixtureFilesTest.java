package dev.durascope.languageserver.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.durascope.languageserver.analysis.rules.AllRules;
import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.WranglerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file below {@code src/test/fixtures}: what is reported and where, what the fix makes of it,
 * and that the same project in the other syntax (TOML for JSON, JSON for TOML) has the same faults
 * and the same fix. Every diagnostic has a fault that it reports, a near miss that it does not, and
 * its fix applied.
 *
 * <p>With {@code -Ddurascope.update} the files are written anew. Read the difference before you
 * believe it.
 */
class FixtureFilesTest {

  private static final boolean UPDATE = System.getProperty("durascope.update") != null;

  private static final Scope ALL = new Scope.Everything();

  @TestFactory
  Stream<DynamicTest> fixtures() throws IOException {
    return FixtureFile.all().stream().map(each -> dynamicTest(each.title(), () -> check(each)));
  }

  @TestFactory
  Stream<DynamicTest> everyDiagnosticHasAFaultANearMissAndItsFix() throws IOException {
    var files = FixtureFile.all();
    return AllRules.LIST.stream()
        .map(rule -> rule.kind().code())
        .map(
            code ->
                dynamicTest(
                    code,
                    () -> {
                      var own = files.stream().filter(each -> each.code().equals(code)).toList();
                      assertThat(own).as("a fault").anyMatch(FixtureFile::isHit);
                      assertThat(own).as("a near miss").anyMatch(each -> !each.isHit());
                      if (own.stream().anyMatch(each -> fixable(each).isPresent())) {
                        assertThat(own).as("its fix").anyMatch(each -> each.fixed().isPresent());
                      }
                    }));
  }

  @Test
  void everyFolderIsADiagnostic() throws IOException {
    assertThat(FixtureFile.all())
        .extracting(FixtureFile::code)
        .isSubsetOf(AllRules.LIST.stream().map(rule -> rule.kind().code()).toList());
  }

  private static void check(FixtureFile file) throws IOException {
    var rendered = Fixture.rendered(file.project(), ALL, each -> each.code().equals(file.code()));
    var fixed = file.fixed().map(_ -> fixed(file));
    if (UPDATE) {
      file.update(rendered, fixed);
    } else {
      assertThat(rendered).isEqualTo(file.project());
      assertThat(fixed).isEqualTo(file.fixed());
    }
    if (!file.hasOneSyntax()) {
      checkTwin(file);
    }
  }

  private record Fixable(Fixture project, Path config, Diagnostic diagnostic) {

    Fix fix() {
      return diagnostic.fixes().getFirst();
    }

    /** The project's files after the fix. */
    Map<Path, String> mended() {
      var mended = project.texts();
      mended.replaceAll(fix()::applyTo);
      return mended;
    }
  }

  private static Optional<Fixable> fixable(FixtureFile file) {
    return fixable(Fixture.of(file.project()), file.code());
  }

  private static Optional<Fixable> fixable(Fixture project, String code) {
    return project.configs().stream()
        .flatMap(
            config ->
                project.run(config, ALL).stream()
                    .map(diagnostic -> new Fixable(project, config, diagnostic)))
        .filter(each -> each.diagnostic().code().equals(code))
        .filter(each -> !each.diagnostic().fixes().isEmpty())
        .min(Comparator.comparing(each -> each.diagnostic().place()));
  }

  /** The first file that the fix changes; the fault is gone, and no error came in its place. */
  private static String fixed(FixtureFile file) {
    var fixable = fixable(file).orElseThrow(() -> new AssertionError("nothing offers a fix"));
    var mended = fixable.mended();
    var before = fixable.project().run(fixable.config(), ALL);
    var after = fixable.project().with(mended).run(fixable.config(), ALL);
    assertThat(messages(after, file.code()))
        .as("faults of the same code after the fix")
        .hasSizeLessThan(messages(before, file.code()).size());
    assertThat(errors(after)).as("errors after the fix").isSubsetOf(errors(before));
    var path = fixable.fix().edits().getFirst().place().file();
    return path + "\n" + mended.get(path);
  }

  private static List<String> messages(List<Diagnostic> found, String code) {
    return found.stream()
        .filter(each -> each.code().equals(code))
        .map(Diagnostic::message)
        .toList();
  }

  private static List<String> errors(List<Diagnostic> found) {
    return found.stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .map(Diagnostic::message)
        .toList();
  }

  private static void checkTwin(FixtureFile file) {
    var project = Fixture.of(file.project());
    var twin = project.translated();
    assertThat(twin).as("the configuration in the other syntax").isPresent();
    if (twin.isPresent()) {
      assertThat(summary(twin.get(), file.code(), true))
          .as("in the other syntax: %s", twin.get().texts())
          .containsExactlyInAnyOrderElementsOf(summary(project, file.code(), false));
      if (file.fixed().isPresent()) {
        var here = fixable(project, file.code()).orElseThrow();
        var there = fixable(twin.get(), file.code());
        assertThat(there).as("the fix in the other syntax").isPresent();
        assertThat(plain(there.orElseThrow().mended(), false))
            .isEqualTo(plain(here.mended(), true));
      }
    }
  }

  /** What is reported, in the words of the syntax in which the fixture is written. */
  private static List<String> summary(Fixture project, String code, boolean translated) {
    var found = new ArrayList<Diagnostic>();
    project.configs().forEach(config -> found.addAll(project.run(config, ALL)));
    return found.stream()
        .filter(each -> each.severity() != Severity.HINT || each.code().equals(code))
        .distinct()
        .map(
            each ->
                "%s %s %s"
                    .formatted(
                        translated ? ConfigTwin.name(each.place().file()) : each.place().file(),
                        each.code(),
                        each.message())
                    .replaceAll("\\.(toml|jsonc?)\\b", ".config"))
        .toList();
  }

  /** The files as what they mean: a configuration's values, any other file's text. */
  private static Map<Path, Object> plain(Map<Path, String> files, boolean translate) {
    var plain = new LinkedHashMap<Path, Object>();
    files.forEach(
        (path, text) -> {
          Object content = text;
          if (ConfigFiles.isConfig(path)) {
            var document = WranglerConfig.parse(path, text).document();
            assertThat(document.problems()).as("the syntax of %s", text).isEmpty();
            content = document.root().toPlain();
          }
          plain.put(translate ? ConfigTwin.name(path) : path, content);
        });
    return plain;
  }
}
