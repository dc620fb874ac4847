package dev.durascope.languageserver.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.Gson;
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

  private static final SourceFiles NOTHING =
      new SourceFiles() {
        @Override
        public Optional<String> read(Path file) {
          return Optional.empty();
        }

        @Override
        public boolean isFile(Path file) {
          return false;
        }
      };

  @TestFactory
  Stream<DynamicTest> theSameAsWrangler() throws IOException {
    var gson = new Gson();
    return Files.readAllLines(RECORDED).stream()
        .map(line -> gson.fromJson(line, Project.class))
        .map(project -> dynamicTest(project.title(), () -> check(project)));
  }

  private static void check(Project project) {
    var files = new LinkedHashMap<Path, String>();
    project.files().forEach((path, text) -> files.put(Path.of("/" + path), text));
    var recipe = project.recipe();
    try (var modules = new ModuleCache()) {
      var subject =
          Subject.of(
              WranglerConfig.parse(CONFIG, files.getOrDefault(CONFIG, "")),
              new Surroundings(
                  NOTHING.with(files), modules, new InstalledSchemas(), LocalDate.of(2026, 11, 1)),
              new Scope.Everything());
      assertThat(EnvDeclaration.of(subject, recipe).text()).isEqualTo(project.written());
      if (!project.title().equals("a service worker")) {
        var read = TypesFile.read(Path.of("/" + project.path()), project.written()).orElseThrow();
        assertThat(read.recipe()).isEqualTo(recipe);
        assertThat(read.isOfToday()).isTrue();
        assertThat(read.members().keySet())
            .containsAll(EnvDeclaration.members(subject, recipe).keySet());
      }
    }
  }
}
