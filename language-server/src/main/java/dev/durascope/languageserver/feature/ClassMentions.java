package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.Mention.Form;
import dev.durascope.model.config.BindingEntry;
import dev.durascope.model.modules.NameUse;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The places that speak of a class, in the configuration and in the code. */
final class ClassMentions {

  private final Subject subject;
  private final ProjectCode code;
  private final String className;
  private final List<Origin> origins;

  private ClassMentions(Subject subject, String className) {
    this.subject = subject;
    this.code = ProjectCode.of(subject);
    this.className = className;
    this.origins = code.origins(className);
  }

  /**
   * @param className as the configuration has it
   * @param files the modules to look in
   */
  static List<Mention> of(Subject subject, String className, Collection<Path> files) {
    return new ClassMentions(subject, className).find(files);
  }

  private List<Mention> find(Collection<Path> files) {
    var found = new ArrayList<Mention>();
    for (var cursor : ConfigCursor.all(subject.config())) {
      if (cursor.text().value().equals(className)
          && Target.inConfig(cursor) instanceof Target.ClassName(var name)
          && !foreign().contains(name.span())) {
        found.add(new Mention(subject.at(name.span()), className, form(cursor)));
      }
    }
    var names = new LinkedHashSet<>(Set.of(className));
    origins.forEach(origin -> names.add(origin.local()));
    for (var file : files) {
      for (var name : names) {
        inCode(file, name, found);
      }
    }
    return found;
  }

  private static Form form(ConfigCursor cursor) {
    return switch (cursor.pathInEnvironment().getFirst()) {
      case "migrations", "exports" -> Form.HISTORY;
      default -> Form.USE;
    };
  }

  /** What other Workers of the workspace bind of it, where the Worker's name is certain. */
  static List<Mention> elsewhere(Subject subject, String className) {
    var neighbours = subject.neighbours();
    var workers = workers(subject);
    neighbours.stream()
        .filter(neighbour -> !sharesFolder(subject, neighbour))
        .forEach(neighbour -> workers.removeAll(workers(neighbour)));
    return neighbours.stream()
        .flatMap(
            neighbour ->
                neighbour.views().stream()
                    .flatMap(view -> view.environment().durableObjects().stream())
                    .filter(binding -> isOf(binding, workers))
                    .flatMap(binding -> binding.className().stream())
                    .filter(name -> name.value().equals(className))
                    .map(name -> new Mention(neighbour.at(name.span()), className, Form.USE)))
        .distinct()
        .toList();
  }

  private static boolean sharesFolder(Subject one, Subject other) {
    return one.config().directory().equals(other.config().directory());
  }

  private static boolean isOf(BindingEntry binding, Set<String> workers) {
    return binding.scriptName().filter(name -> workers.contains(name.value())).isPresent();
  }

  /** The names of the Workers that the configuration makes. */
  private static Set<String> workers(Subject subject) {
    return subject.views().stream()
        .flatMap(view -> view.environment().workerName().stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * The class names that mean the class of a Worker that is not made here: one environment may well
   * bind what another has.
   */
  private Set<Span> foreign() {
    var workers = workers(subject);
    return subject.bindingViews().stream()
        .flatMap(
            view ->
                view.environment().durableObjects().stream()
                    .filter(binding -> !binding.isOwnClass(view.environment()))
                    .filter(binding -> !isOf(binding, workers)))
        .map(BindingEntry::className)
        .flatMap(Optional::stream)
        .map(Located::span)
        .collect(Collectors.toSet());
  }

  private void inCode(Path file, String name, List<Mention> found) {
    for (var use : code.uses(file, name)) {
      if (origin(code, file, use, name).filter(origins::contains).isPresent()) {
        var form =
            switch (use) {
              case NameUse.Declaration _ -> Form.DECLARATION;
              case NameUse.Shorthand _ -> Form.SHORTHAND;
              case NameUse.Destructured(_, var shorthand, _) ->
                  shorthand ? Form.SHORTHAND_PATTERN : Form.USE;
              default -> Form.USE;
            };
        found.add(new Mention(new Place(file, use.span()), name, form));
      }
    }
  }

  /** Where what {@code use} names comes from. */
  static Optional<Origin> origin(ProjectCode code, Path file, NameUse use, String name) {
    return switch (use) {
      case NameUse.Declaration _,
          NameUse.Reference _,
          NameUse.Shorthand _,
          NameUse.ExportedLocal _ ->
          code.local(file, name);
      case NameUse.Imported(_, var specifier, _) -> code.imported(file, specifier, name);
      case NameUse.ImportedAs(_, var specifier, var imported) ->
          code.imported(file, specifier, imported);
      case NameUse.ExportedAs(_, var local) -> code.local(file, local);
      case NameUse.ReExported(_, var specifier, _) -> code.imported(file, specifier, name);
      case NameUse.ReExportedAs(_, var specifier, var imported) ->
          code.imported(file, specifier, imported);
      case NameUse.Member(_, var object) -> code.member(file, object, name);
      case NameUse.Destructured(_, _, var from) -> code.member(file, from, name);
      case NameUse.Signature _, NameUse.Unclear _ -> Optional.empty();
    };
  }
}
