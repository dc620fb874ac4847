package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Identifiers;
import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.modules.ExportLookup.Exported;
import dev.durascope.model.modules.ExportLookup.TypeOnly;
import dev.durascope.model.modules.ModuleGraph;
import dev.durascope.model.modules.NameUse;
import dev.durascope.model.modules.SourceCode;
import dev.durascope.model.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The modules of a project, asked what a name means: a class is the same under whatever name it is
 * imported, exported or reached.
 *
 * <p>Beside the modules that the entry point comes to, it is those that lie in the project's
 * folder: its tests use its classes, too.
 */
final class ProjectCode {

  private static final Pattern DEFAULT_NAME =
      Pattern.compile("export\\s+default\\s+(?:abstract\\s+)?class\\s+([A-Za-z_$][\\w$]*)");

  /** {@code import("specifier")}, perhaps awaited, without blanks. */
  private static final Pattern DYNAMIC_IMPORT =
      Pattern.compile("\\(?(?:await)?import\\([\"']([^\"']+)[\"']\\)\\)?");

  private final Subject subject;
  private final ModuleGraph modules;

  private ProjectCode(Subject subject) {
    this.subject = subject;
    this.modules = subject.modules();
  }

  static ProjectCode of(Subject subject) {
    return new ProjectCode(subject);
  }

  /** All of the project's modules. */
  List<Path> files() {
    var files = new TreeSet<>(subject.writtenModules());
    subject.sources().stream().map(SourceCode::file).forEach(files::add);
    return List.copyOf(files);
  }

  /** Whether the configuration is the nearest one above {@code file}: {@code env} means its. */
  boolean isOwn(Path file) {
    var directory = subject.config().directory();
    if (!file.startsWith(directory)) {
      return subject.sources().stream().anyMatch(source -> source.file().equals(file));
    }
    for (Path at = file.getParent(); at != null && !at.equals(directory); at = at.getParent()) {
      if (ConfigFiles.NAMES.stream().map(at::resolve).anyMatch(subject::isFile)) {
        return false;
      }
    }
    return true;
  }

  List<NameUse> uses(Path file, String name) {
    return modules.uses(file, name);
  }

  /** Where the names that the entry points export as {@code className} come from. */
  List<Origin> origins(String className) {
    return subject.views().stream()
        .flatMap(
            view ->
                switch (view.lookup(className)) {
                  case Exported(_, var file, var place) -> at(file, place).stream();
                  case TypeOnly(var file, var place) -> at(file, place).stream();
                  default -> Stream.<Origin>empty();
                })
        .distinct()
        .toList();
  }

  /** Where the name is declared that is exported at {@code place}, as far as it can be followed. */
  Optional<Place> declaration(Place place) {
    return at(place.file(), place.span())
        .flatMap(origin -> local(origin.file(), origin.local()))
        .flatMap(
            origin ->
                uses(origin.file(), origin.local()).stream()
                    .filter(NameUse.Declaration.class::isInstance)
                    .findFirst()
                    .map(use -> new Place(origin.file(), use.span())));
  }

  /** What {@code name} means at the top of {@code file}. */
  Optional<Origin> local(Path file, String name) {
    for (var use : uses(file, name)) {
      var origin =
          switch (use) {
            case NameUse.Declaration _ -> Optional.of(new Origin(file, name));
            case NameUse.Imported(_, var specifier, var aliased) ->
                aliased ? Optional.<Origin>empty() : imported(file, specifier, name);
            case NameUse.ImportedAs(_, var specifier, var imported) ->
                imported(file, specifier, imported);
            default -> Optional.<Origin>empty();
          };
      if (origin.isPresent()) {
        return origin;
      }
    }
    return Optional.empty();
  }

  /** What {@code import { name } from "specifier"} in {@code file} means. */
  Optional<Origin> imported(Path file, String specifier, String name) {
    return modules.target(file, specifier).flatMap(target -> exported(target, name));
  }

  /** What {@code object.name} in {@code file} means, where the object is a module. */
  Optional<Origin> member(Path file, String object, String name) {
    var dynamic = DYNAMIC_IMPORT.matcher(object);
    if (dynamic.matches()) {
      return imported(file, dynamic.group(1), name);
    }
    if (!Identifiers.isIdentifier(object)) {
      return Optional.empty();
    }
    return uses(file, object).stream()
        .flatMap(
            use ->
                use instanceof NameUse.ImportedAs(_, var specifier, var imported)
                        && imported.equals("*")
                    ? imported(file, specifier, name).stream()
                    : Stream.<Origin>empty())
        .findFirst();
  }

  private Optional<Origin> exported(Path file, String name) {
    return switch (modules.find(file, name)) {
      case Exported(_, var at, var place) -> at(at, place);
      case TypeOnly(var at, var place) -> at(at, place);
      default -> Optional.empty();
    };
  }

  /** What is exported at {@code place}, which is a name or a statement. */
  private Optional<Origin> at(Path file, Span place) {
    var text = subject.text(file).orElse("");
    if (place.end() > text.length()) {
      return Optional.empty();
    }
    var name = place.of(text);
    if (!Identifiers.isIdentifier(name)) {
      var named = DEFAULT_NAME.matcher(name);
      return Optional.of(new Origin(file, named.lookingAt() ? named.group(1) : "default"));
    }
    var local =
        uses(file, name).stream()
            .filter(use -> use.span().equals(place))
            .flatMap(
                use ->
                    use instanceof NameUse.ExportedAs(_, var written)
                        ? Optional.of(written).stream()
                        : Stream.<String>empty())
            .findFirst();
    return Optional.of(new Origin(file, local.orElse(name)));
  }
}
