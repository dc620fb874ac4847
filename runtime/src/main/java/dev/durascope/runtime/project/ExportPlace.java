package dev.durascope.runtime.project;

import dev.durascope.model.config.EffectiveConfig;
import dev.durascope.model.modules.DiskFiles;
import dev.durascope.model.modules.ExportLookup.Exported;
import dev.durascope.model.modules.ModuleCache;
import dev.durascope.model.modules.ModuleGraph;
import dev.durascope.model.modules.Resolver;
import dev.durascope.model.text.LineIndex;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a name that the entry exports is declared, in the user's own files. The parser is loaded
 * for it, so only an error asks.
 */
final class ExportPlace {
  private ExportPlace() {}

  /** {@code src/index.ts:3:14: }, as much of it as can be told. */
  static String of(EffectiveConfig config, String name) {
    var main = config.main();
    return main.isEmpty() ? "" : placeOf(config, main.get(), name) + ": ";
  }

  private static String placeOf(EffectiveConfig config, Path main, String name) {
    var files = new DiskFiles();
    var base = Objects.requireNonNull(config.configFile().toAbsolutePath().getParent());
    try (var modules = new ModuleCache()) {
      var graph = new ModuleGraph(files, modules, new Resolver(config.alias(), base));
      return graph.find(main, name) instanceof Exported declared
          ? position(files, declared)
          : main.toString();
    }
  }

  private static String position(DiskFiles files, Exported declared) {
    var text = files.read(declared.file());
    if (text.isEmpty()) {
      return declared.file().toString();
    }
    var position = LineIndex.of(text.get()).position(declared.place().start());
    return declared.file() + ":" + (position.line() + 1) + ":" + (position.column() + 1);
  }
}
