package dev.durascope.languageserver.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.durascope.model.text.LineIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Ours against wrangler's own judgement, over projects with one planted mistake or none.
 *
 * <p>{@code src/test/oracle/record.mjs} makes the projects and asks {@code wrangler deploy
 * --dry-run}; what it said is kept beside it. Where wrangler refuses, there is an error of ours at
 * the planted place; where it warns, something of ours; where nothing is planted, no error at all;
 * and never an error at a place where nothing is wrong.
 */
class OracleTest {

  private static final Path RECORDED = Path.of("src/test/oracle/projects.jsonl");

  /**
   * What wrangler refuses and we do not: a Worker without {@code main}, which the command line or a
   * framework may bring; and a class renamed or deleted that no step creates, which is what remains
   * of a sound history whose first steps were removed (warnings, MIG07 and MIG08).
   */
  private static final List<String> NO_ERROR_HERE =
      List.of(
          "Missing entry-point",
          "Cannot apply renamed_classes migration to non-existent class",
          "Cannot apply deleted_classes migration to non-existent class");

  /**
   * @param planted the mistake, {@code nothing} if there is none
   * @param file the configuration
   * @param lines those of the configuration that hold the mistake, from 1
   * @param faulty the file of code that holds it, where one does
   * @param files text by path, relative to the project
   * @param exit of wrangler
   */
  private record Project(
      String planted,
      String file,
      List<Integer> lines,
      @Nullable String faulty,
      Map<String, String> files,
      int exit,
      List<String> errors,
      List<String> warnings) {

    boolean isSound() {
      return planted.equals("nothing");
    }

    List<Diagnostic> findings() {
      var fixture = new LinkedHashMap<Path, String>();
      files.forEach((path, text) -> fixture.put(Path.of("/" + path), text));
      return Fixture.of(fixture).run(Path.of("/" + file), new Scope.Everything());
    }

    boolean holdsMistake(Diagnostic diagnostic) {
      if (faulty != null && diagnostic.place().file().equals(Path.of("/" + faulty))) {
        return true;
      }
      return diagnostic.place().file().equals(Path.of("/" + file))
          && lines.contains(
              LineIndex.of(files.getOrDefault(file, "")).position(diagnostic.span().start()).line()
                  + 1);
    }
  }

  @TestFactory
  Stream<DynamicTest> wranglerAgrees() throws IOException {
    var gson = new Gson();
    var projects =
        Files.readAllLines(RECORDED).stream()
            .map(line -> gson.fromJson(line, Project.class))
            .toList();
    assertThat(projects).hasSizeGreaterThanOrEqualTo(400);
    assertThat(projects).filteredOn(Project::isSound).isNotEmpty().allMatch(p -> p.exit() == 0);
    return projects.stream()
        .map(
            project ->
                DynamicTest.dynamicTest(
                    projects.indexOf(project) + " " + project.planted(), () -> judge(project)));
  }

  private static boolean isNoError(String error) {
    return NO_ERROR_HERE.stream().anyMatch(error::startsWith);
  }

  private static void judge(Project project) {
    var findings = project.findings();
    var errors = findings.stream().filter(each -> each.severity() == Severity.ERROR).toList();
    var told =
        "%s%nwrangler: %s %s%n%s"
            .formatted(findings, project.errors(), project.warnings(), project.files());
    assertThat(errors).as(told).allMatch(project::holdsMistake);
    if (project.exit() != 0) {
      assertThat(!errors.isEmpty() || project.errors().stream().allMatch(OracleTest::isNoError))
          .as(told)
          .isTrue();
    } else if (project.isSound() && !project.warnings().isEmpty()) {
      assertThat(findings).as(told).isNotEmpty();
    } else if (!project.warnings().isEmpty()) {
      assertThat(findings).as(told).anyMatch(project::holdsMistake);
    }
  }
}
