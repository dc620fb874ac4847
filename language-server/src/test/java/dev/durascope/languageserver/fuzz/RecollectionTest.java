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
 * With whatever is recollected of a configuration or of code, the same is said as by one who knows
 * nothing: of a configuration with its code as it is, with damaged code, with no other files at
 * all, and with the code again; and of code with its configuration, with a damaged one, and with
 * the one that it had.
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

  @Test
  void whatIsRecollectedOfCodeFollowsFromTheCodeAlone() {
    var corpus = new Corpus();
    var random = Rounds.random(11);
    for (int i = 0; i < PROJECTS; i++) {
      var project = corpus.any(random);
      var file = project.config();
      var text = project.text(file);
      var recollection = new Recollection();
      try (var modules = new ModuleCache()) {
        for (var each : List.of(text, Mutation.of(text, random, corpus), "", text)) {
          var config = WranglerConfig.parse(file, each);
          assertThat(Analysis.run(subject(config, project.files(), modules), recollection))
              .as("%s: %s", file, each)
              .isEqualTo(Analysis.run(subject(config, project.files(), modules)));
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
