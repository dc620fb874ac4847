package dev.durascope.languageserver.check;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.modules.SourceFiles;
import dev.durascope.model.text.LineIndex;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run found, with the texts that it was found in.
 *
 * @param directory output names files relative to it
 */
record Findings(
    WranglerConfig config,
    Path directory,
    SourceFiles files,
    Map<Path, Text> texts,
    List<Diagnostic> diagnostics) {

  /** A file's content, and where its lines begin. */
  record Text(String content, LineIndex lines) {}

  Findings(WranglerConfig config, Path directory, SourceFiles files, List<Diagnostic> diagnostics) {
    this(config, directory, files, new HashMap<>(), diagnostics);
  }

  /** The configuration's path as output shows it. */
  String configName() {
    return name(config.file());
  }

  String name(Path file) {
    return directory.relativize(file).toString().replace('\\', '/');
  }

  /** The path as a relative URI reference. */
  String uri(Path file) {
    try {
      return new URI(null, null, name(file), null).toASCIIString();
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  Text text(Path file) {
    return texts.computeIfAbsent(
        file,
        wanted -> {
          if (wanted.equals(config.file())) {
            return new Text(config.document().text(), config.document().lines());
          }
          var content = files.read(wanted).orElse("");
          return new Text(content, LineIndex.of(content));
        });
  }
}
