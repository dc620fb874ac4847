package dev.durascope.languageserver.server;

import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.ConfigListing;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.modules.SourceFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * All configurations of the workspace's folders, which the Workers in them are known by. The
 * folders are searched once, and again when something has changed that is no typing.
 */
final class WorkspaceConfigs {

  private int generation = -1;
  private List<Path> found = List.of();

  /** One for each file that was ever read, as it was read last. */
  private final Map<Path, Read> known = new HashMap<>();

  private record Read(String text, WranglerConfig config) {}

  /**
   * The configuration at {@code file}, which is the same object as long as its text is the same.
   */
  WranglerConfig read(Path file, String text) {
    var before = known.get(file);
    if (before == null || !before.text().equals(text)) {
      before = new Read(text, WranglerConfig.parse(file, text));
      known.put(file, before);
    }
    return before.config();
  }

  /** Those on disk; only the analyst's thread asks. */
  List<Path> files(Snapshot snapshot) {
    if (generation != snapshot.generation()) {
      generation = snapshot.generation();
      found =
          snapshot.roots().stream()
              .flatMap(root -> ConfigListing.under(root).stream())
              .distinct()
              .toList();
    }
    return found;
  }

  /** What is on disk and what is open; only the analyst's thread asks. */
  List<WranglerConfig> of(Snapshot snapshot, SourceFiles files) {
    var all = new TreeSet<>(files(snapshot));
    snapshot.buffers().keySet().stream().filter(ConfigFiles::isConfig).forEach(all::add);
    return all.stream()
        .flatMap(file -> files.read(file).map(text -> read(file, text)).stream())
        .toList();
  }
}
