package dev.durascope.runtime.project;

import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.tree.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Workers that a configuration mounts as Miniflare 2 did: {@code [miniflare.mounts]} with a name
 * and a folder each. The name there is the one by which {@code script_name} refers to it.
 */
final class Mounts {
  private Mounts() {}

  /** The configuration files by the mounted workers' names. */
  static Map<String, Path> of(Path configFile) throws ProjectException {
    var mounts = new LinkedHashMap<String, Path>();
    if (!Files.exists(configFile)) {
      return mounts;
    }
    try {
      var written =
          WranglerConfig.read(configFile)
              .document()
              .root()
              .table("miniflare")
              .flatMap(table -> table.table("mounts"))
              .orElse(Node.Table.EMPTY);
      for (var entry : written.entries()) {
        var folder = entry.value().asString();
        if (folder.isPresent()) {
          mounts.put(
              entry.key().name(),
              find(configFile.resolveSibling(folder.get().value()).normalize()));
        }
      }
    } catch (IOException e) {
      throw new ProjectException("The configuration " + configFile + " cannot be read: " + e, e);
    }
    return mounts;
  }

  private static Path find(Path mounted) throws ProjectException {
    if (Files.isRegularFile(mounted)) {
      return mounted;
    }
    return ConfigFiles.find(mounted)
        .orElseThrow(
            () ->
                new ProjectException(
                    "[miniflare.mounts] names the folder "
                        + mounted
                        + ", which has no wrangler.json, wrangler.jsonc or wrangler.toml."));
  }
}
