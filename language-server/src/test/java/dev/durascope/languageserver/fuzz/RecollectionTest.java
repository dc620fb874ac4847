package dev.durascope.languageserver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.languageserver.analysis.Analysis;
import dev.durascope.languageserver.analysis.Recollection;
import dev.durascope.languageserver.analysis.Scope;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.analysis.Surroundings;
import dev.durascope.languageserver.schema.InstalledSchemas;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.modules.ModuleCache;
import dev.durascope.model.modules.SourceFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * With whatever is recollected of a configuration, the same is said as by one who knows nothing: of
 * its code as it is, of damaged code, of no files at all but the configuration, and of the code
 * again.
 */
class RecollectionTest {

  private static final int PROJECTS = 150;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final InstalledSchemas SCHEMAS = new InstalledSchemas();

  @Test
  void whatIsRecollectedFollowsFromTheConfigurationAlone() {
    var corpus = new Corpus();
    var random = Rounds.random(7);
    for (int i = 0; i < PROJECTS; i++) {
      var project = corpus.any(random);
      var config = WranglerConfig.parse(project.config(), project.text(project.config()));
      var recollection = new Recollection();
      var damaged = new HashMap<>(project.files());
      damaged.replaceAll((_, text) -> Mutation.of(text, random, corpus));
      for (var files : List.of(project.files(), damaged, Map.<Path, String>of(), project.files())) {
        try (var modules = new ModuleCache()) {
          var subject = subject(config, files, modules);
          assertThat(Analysis.run(subject, recollection))
              .as("%s of %s", project.config(), files.keySet())
              .isEqualTo(Analysis.run(subject(config, files, modules)));
        }
      }
    }
  }

  private static Subject subject(
      WranglerConfig config, Map<Path, String> files, ModuleCache modules) {
    var around = new Surroundings(SourceFiles.NONE.with(files), modules, SCHEMAS, TODAY);
    return Subject.of(config, around, new Scope.Everything());
  }
}
