package dev.durascope.languageserver.server;

import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.modules.DiskFiles;
import dev.durascope.model.text.LineIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The thread that answers what the text of a configuration says by itself: its outline, folds and
 * colours, and how it would be formatted. An editor asks for these when it opens a file, and they
 * are not to wait until a project of a thousand modules has been checked.
 */
final class Readings implements AutoCloseable {

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("lsp-readings").factory());

  /** The newest, since several questions follow each change. Of the thread. */
  private @Nullable Reading last;

  private record Reading(Path file, String text, WranglerConfig config) {}

  /** What is asked about a configuration's text. */
  interface Question<T> {
    List<T> ask(WranglerConfig config, LineIndex lines);
  }

  /** Nothing where the document is no configuration. */
  <T> CompletableFuture<List<T>> ask(
      Snapshot snapshot, TextDocumentIdentifier document, Question<T> question) {
    var file = Uris.path(document.getUri()).filter(ConfigFiles::isConfig);
    if (file.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    var files = new DiskFiles().with(snapshot.texts());
    return Answer.on(
        thread,
        cancelled -> {
          cancelled.checkCanceled();
          return files
              .read(file.get())
              .map(text -> config(file.get(), text))
              .map(config -> question.ask(config, lines(snapshot, config)))
              .orElse(List.of());
        });
  }

  private static LineIndex lines(Snapshot snapshot, WranglerConfig config) {
    return config.document().lines().counting(snapshot.abilities().columns());
  }

  private WranglerConfig config(Path file, String text) {
    var known = last;
    if (known != null && known.file().equals(file) && known.text().equals(text)) {
      return known.config();
    }
    var config = WranglerConfig.parse(file, text);
    last = new Reading(file, text, config);
    return config;
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
