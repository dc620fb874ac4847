package dev.durascope.languageserver.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.Gson;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Scope;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.analysis.Surroundings;
import dev.durascope.languageserver.schema.InstalledSchemas;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.modules.ModuleCache;
import dev.durascope.model.modules.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Ours against what {@code wrangler types} has written for the same projects, to the letter: {@code
 * src/test/oracle/types.mjs} asks it, and keeps the answers.
 */
class EnvDeclarationTest {

  private static final Path RECORDED = Path.of("src/test/oracle/types.jsonl");

  private static final Path CONFIG = Path.of("/wrangler.json");

  private record Project(
      String title, Map<String, String> files, List<String> words, String path, String written) {

    TypesRecipe recipe() {
      var all = "wrangler types --include-runtime=false " + String.join(" ", words);
      return TypesRecipe.parse(all).orElseThrow();
    }
  }

  @TestFactory
  Stream<DynamicTest> theSameAsWrangler() throws IOException {
    var gson = new Gson();
    return Files.readAllLines(RECORDED).stream()
        .map(line -> gson.fromJson(line, Project.class))
        .map(project -> dynamicTest(project.title(), () -> check(project)));
  }

  @Test
  void aProjectInTypeScriptThatHasNoneIsOfferedIt() {
    var config = "{ \"name\": \"chat\", \"main\": \"src/index.ts\", \"vars\": { \"A\": 1 } }";
    var files = new LinkedHashMap<>(Map.of(CONFIG, config, Path.of("/src/index.ts"), "export {};"));
    var file = Path.of("/worker-configuration.d.ts");
    assertThat(created(files))
        .get()
        .satisfies(
            fix -> {
              assertThat(fix.title()).isEqualTo("Write the types of env to " + file.getFileName());
              assertThat(fix.files()).hasSize(1).first().isInstanceOf(Fix.Created.class);
              assertThat(fix.files().getFirst().file()).isEqualTo(file);
            });
    files.put(file, "interface Env {}");
    assertThat(created(files)).isEmpty();
    files.remove(file);
    files.put(CONFIG, config.replace("index.ts", "index.js"));
    files.put(Path.of("/src/index.js"), "export {};");
    assertThat(created(files)).isEmpty();
  }

  private static Optional<Fix> created(Map<Path, String> files) {
    try (var modules = new ModuleCache()) {
      return NewDeclaration.of(subject(files, modules));
    }
  }

  private static Subject subject(Map<Path, String> files, ModuleCache modules) {
    return Subject.of(
        WranglerConfig.parse(CONFIG, files.getOrDefault(CONFIG, "")),
        new Surroundings(
            SourceFiles.NONE.with(files),
            modules,
            new InstalledSchemas(),
            LocalDate.of(2026, 11, 1)),
        new Scope.Everything());
  }

  private static void check(Project project) {
    var files = new LinkedHashMap<Path, String>();
    project.files().forEach((path, text) -> files.put(Path.of("/" + path), text));
    var recipe = project.recipe();
    try (var modules = new ModuleCache()) {
      var subject = subject(files, modules);
      var workers = FurtherWorkers.of(subject, recipe).orElseThrow();
      assertThat(EnvDeclaration.of(subject, recipe, workers).text()).isEqualTo(project.written());
      if (!project.title().equals("a service worker")) {
        var read = TypesFile.read(Path.of("/" + project.path()), project.written()).orElseThrow();
        assertThat(read.recipe()).isEqualTo(recipe);
        assertThat(read.isOfToday()).isTrue();
        assertThat(read.members().keySet())
            .containsAll(EnvDeclaration.members(subject, recipe, workers).keySet());
      }
    }
  }
}
