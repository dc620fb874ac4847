package dev.durascope.languageserver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.durascope.languageserver.analysis.Analysis;
import dev.durascope.languageserver.analysis.Scope;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.analysis.Surroundings;
import dev.durascope.languageserver.feature.Completion;
import dev.durascope.languageserver.feature.Definition;
import dev.durascope.languageserver.feature.Hover;
import dev.durascope.languageserver.schema.InstalledSchemas;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.modules.ModuleCache;
import dev.durascope.model.modules.SourceFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Damaged configurations and code through the readers, all rules and the features of a place. */
class TextFuzzTest {

  private static final int IN_THE_GATE = 2_000;
  private static final int MUTATIONS_MAX = 4;

  /** Nothing here takes a tenth of a second; this is for what would never end. */
  private static final int HANG_SECONDS = 20;

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final InstalledSchemas SCHEMAS = new InstalledSchemas();

  /** A daemon: what hangs in it is left there. */
  private static final ExecutorService READER =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  private record Damaged(Corpus.Project project, Path file, int offset) {}

  @Test
  void noTextBreaksTheReaders() throws Exception {
    var corpus = new Corpus();
    Rounds.run(
        IN_THE_GATE,
        seed -> {
          var damaged = damaged(seed, corpus);
          var failure = failure(damaged);
          if (failure.isPresent()) {
            boolean hangs = failure.get() instanceof TimeoutException;
            var small = hangs ? damaged : smallest(damaged);
            throw new AssertionError(
                "-Dfuzz.seed=%d: %s at %d of %s"
                    .formatted(seed, small.file(), small.offset(), new Gson().toJson(text(small))),
                failure.get());
          }
        });
  }

  private static Damaged damaged(long seed, Corpus corpus) {
    var random = Rounds.random(seed);
    var project = corpus.any(random);
    var paths = project.files().keySet().stream().toList();
    var file = random.nextBoolean() ? project.config() : paths.get(random.nextInt(paths.size()));
    var text = project.text(file);
    for (int left = 1 + random.nextInt(MUTATIONS_MAX); left > 0; left--) {
      text = Mutation.of(text, random, corpus);
    }
    return new Damaged(project.with(file, text), file, random.nextInt(text.length() + 1));
  }

  private static Optional<Throwable> failure(Damaged damaged) {
    var work = READER.submit(() -> read(damaged));
    try {
      work.get(HANG_SECONDS, TimeUnit.SECONDS);
      return Optional.empty();
    } catch (ExecutionException failed) {
      return Optional.of(failed);
    } catch (TimeoutException | InterruptedException endless) {
      return Optional.of(endless);
    }
  }

  private static void read(Damaged damaged) {
    var project = damaged.project();
    var text = project.text(project.config());
    try (var modules = new ModuleCache()) {
      var surroundings =
          new Surroundings(SourceFiles.NONE.with(project.files()), modules, SCHEMAS, TODAY);
      var config = WranglerConfig.parse(project.config(), text);
      for (var diagnostic : Analysis.run(config, surroundings, new Scope.Everything())) {
        var file = diagnostic.place().file();
        int length = project.text(file).length();
        assertThat(diagnostic.span().start()).isBetween(0, length);
        assertThat(diagnostic.span().end()).isBetween(diagnostic.span().start(), length);
      }
      var subject = Subject.of(config, surroundings, new Scope.Everything());
      Completion.of(subject, damaged.file(), damaged.offset());
      Hover.of(subject, damaged.file(), damaged.offset());
      Definition.of(subject, damaged.file(), damaged.offset());
    }
  }

  /** Drops halves, quarters and so on of the text, as long as it fails. */
  private static Damaged smallest(Damaged damaged) {
    var smallest = damaged;
    for (int size = text(damaged).length() / 2; size > 0; size /= 2) {
      for (int at = 0; at + size <= text(smallest).length(); ) {
        var text = text(smallest);
        var shorter = text.substring(0, at) + text.substring(at + size);
        var tried =
            new Damaged(
                smallest.project().with(smallest.file(), shorter),
                smallest.file(),
                Math.min(smallest.offset(), shorter.length()));
        if (failure(tried).isPresent()) {
          smallest = tried;
        } else {
          at += size;
        }
      }
    }
    return smallest;
  }

  private static String text(Damaged damaged) {
    return damaged.project().text(damaged.file());
  }
}
