package dev.durascope.languageserver.server;

import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.ConfigListing;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.modules.SourceFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * All configurations of the workspace's folders, which the Workers in them are known by. The
 * folders are searched once, and again after the client has told of a change on disk.
 */
final class WorkspaceConfigs {

  private final AtomicBoolean isStale = new AtomicBoolean(true);
  private List<Path> roots = List.of();
  private List<Path> found = List.of();

  /** Files have come or gone; called by any thread. */
  void filesChanged() {
    isStale.set(true);
  }

  /** What is on disk and what is open; only the analyst's thread asks. */
  List<WranglerConfig> of(Snapshot snapshot, SourceFiles files) {
    if (isStale.getAndSet(false) || !roots.equals(snapshot.roots())) {
      roots = snapshot.roots();
      found = roots.stream().flatMap(root -> ConfigListing.under(root).stream()).toList();
    }
    var all = new TreeSet<>(found);
    snapshot.buffers().keySet().stream().filter(ConfigFiles::isConfig).forEach(all::add);
    return all.stream()
        .flatMap(file -> files.read(file).map(text -> WranglerConfig.parse(file, text)).stream())
        .toList();
  }
}
