package dev.durascope.languageserver.server;

import dev.durascope.languageserver.analysis.Place;
import dev.durascope.model.modules.SourceFiles;
import dev.durascope.model.text.LineIndex;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Location;

/**
 * The lines of all files that one answer speaks of, as they were when it was made. Of one thread.
 */
final class Places {

  private final Snapshot snapshot;
  private final SourceFiles files;
  private final Map<Path, LineIndex> lines = new HashMap<>();

  Places(Snapshot snapshot, SourceFiles files) {
    this.snapshot = snapshot;
    this.files = files;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  String uri(Path file) {
    return snapshot.uri(file);
  }

  LineIndex lines(Path file) {
    return lines.computeIfAbsent(
        file,
        wanted ->
            LineIndex.of(files.read(wanted).orElse("")).counting(snapshot.abilities().columns()));
  }

  Optional<String> text(Path file) {
    return files.read(file);
  }

  org.eclipse.lsp4j.Range range(Place place) {
    return ToProtocol.range(lines(place.file()), place.span());
  }

  Location location(Place place) {
    return new Location(uri(place.file()), range(place));
  }
}
