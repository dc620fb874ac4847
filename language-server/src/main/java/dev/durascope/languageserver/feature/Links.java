package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The strings of a configuration that name a file, a folder or an address. */
public final class Links {

  /** One that can be opened. */
  public record Link(Span span, URI target) {}

  private Links() {}

  public static List<Link> of(Subject subject) {
    var links = new ArrayList<Link>();
    for (var cursor : ConfigCursor.all(subject.config())) {
      if (!cursor.isKey()) {
        target(subject, cursor)
            .ifPresent(target -> links.add(new Link(cursor.text().span(), target)));
      }
    }
    return links;
  }

  private static Optional<URI> target(Subject subject, ConfigCursor cursor) {
    var path = String.join(".", cursor.pathInEnvironment());
    return switch (path) {
      case "$schema" -> address(cursor.text()).or(() -> file(subject, cursor.text()));
      case "main" ->
          Target.entryFile(subject, cursor.text().span()).map(place -> place.file().toUri());
      case "tsconfig", "containers.image" -> file(subject, cursor.text());
      case "assets.directory", "site.bucket", "base_dir", "d1_databases.migrations_dir" ->
          path(subject, cursor.text()).map(Path::toUri);
      default ->
          path.startsWith("alias.") && cursor.text().value().startsWith(".")
              ? file(subject, cursor.text())
              : Optional.empty();
    };
  }

  private static Optional<URI> address(Located<String> written) {
    try {
      var uri = new URI(written.value());
      return List.of("http", "https").contains(String.valueOf(uri.getScheme()))
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  private static Optional<URI> file(Subject subject, Located<String> written) {
    return path(subject, written).filter(subject::isFile).map(Path::toUri);
  }

  private static Optional<Path> path(Subject subject, Located<String> written) {
    try {
      return written.value().isBlank()
          ? Optional.empty()
          : Optional.of(subject.config().directory().resolve(written.value()).normalize());
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }
}
