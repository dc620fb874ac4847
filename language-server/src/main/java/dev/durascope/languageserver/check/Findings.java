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
import java.util.stream.Collectors;

/**
 * What a run found, with the texts that it was found in.
 *
 * @param directory output names files relative to it
 */
record Findings(
    List<WranglerConfig> configs,
    Path directory,
    SourceFiles files,
    Map<Path, Text> texts,
    List<Diagnostic> diagnostics) {

  /** A file's content, and where its lines begin. */
  record Text(String content, LineIndex lines) {}

  Findings(
      List<WranglerConfig> configs,
      Path directory,
      SourceFiles files,
      List<Diagnostic> diagnostics) {
    this(configs, directory, files, new HashMap<>(), diagnostics);
  }

  /** The configurations' paths as output shows them. */
  String configNames() {
    return configs.stream().map(config -> name(config.file())).collect(Collectors.joining(", "));
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
          for (var config : configs) {
            if (wanted.equals(config.file())) {
              return new Text(config.document().text(), config.document().lines());
            }
          }
          var content = files.read(wanted).orElse("");
          return new Text(content, LineIndex.of(content));
        });
  }
}
