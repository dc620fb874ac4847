package dev.durascope.runtime.project;

import dev.durascope.runtime.bundle.watch.Delay;
import dev.durascope.runtime.bundle.watch.SourceWatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Exchanges one project's code whenever one of its files is saved. */
final class Reloader implements AutoCloseable {
  private final Project project;
  private final ControlEvents events;
  private final ProjectLog log;
  private volatile @Nullable SourceWatcher watcher;

  private Reloader(Project project, ControlEvents events, ProjectLog log) {
    this.project = project;
    this.events = events;
    this.log = log;
  }

  static Reloader start(Project project, Delay delay, ControlEvents events, ProjectLog log)
      throws IOException {
    var reloader = new Reloader(project, events, log);
    var started = SourceWatcher.start(project.directory(), delay, reloader::filesChanged);
    reloader.watcher = started;
    started.watch(project.watched());
    return reloader;
  }

  private void filesChanged(Set<Path> changed) {
    try {
      var started = System.nanoTime();
      if (project.rebuild(changed)) {
        events.reloaded(project.name());
        log.message(
            ProjectLog.Level.INFO,
            "Reloaded in " + (System.nanoTime() - started) / 1_000_000 + " ms");
      }
    } catch (ProjectException e) {
      log.message(ProjectLog.Level.ERROR, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      var current = watcher;
      if (current != null) {
        current.watch(project.watched());
      }
    }
  }

  @Override
  public void close() {
    var current = watcher;
    watcher = null;
    try {
      if (current != null) {
        current.close();
      }
    } catch (IOException e) {
      log.message(ProjectLog.Level.DEBUG, "The file watch did not close: " + e);
    }
  }
}
