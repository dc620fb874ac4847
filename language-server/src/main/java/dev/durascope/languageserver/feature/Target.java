package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.BindingEntry;
import dev.durascope.model.config.NamedBinding;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the text at a place speaks of. */
sealed interface Target {

  /** A class of this very Worker, by a name in the configuration. */
  record ClassName(Located<String> name) implements Target {}

  /** The entry point. */
  record Entry(Located<String> written) implements Target {}

  /** A key of the configuration. */
  record Key(List<String> path, Located<String> name) implements Target {}

  /** A binding, where the configuration gives it its name. */
  record BindingName(Located<String> name) implements Target {}

  /** A binding, where code reads it as a property of {@code env}. */
  record BindingUse(Located<String> name) implements Target {}

  /** The tag of a migration. */
  record Tag(Located<String> tag) implements Target {}

  /** A container, by the name that it is given, or by which a class of {@code exports} has it. */
  record ContainerName(Located<String> name) implements Target {}

  /**
   * A class in the code that the configuration speaks of.
   *
   * @param className its name in the configuration, where {@code name} may be another
   */
  record ClassUse(Located<String> name, String className) implements Target {}

  /**
   * What stands at {@code offset} of {@code file}, which is the configuration or code it leads to.
   */
  static Optional<Target> at(Subject subject, Path file, int offset) {
    if (file.equals(subject.config().file())) {
      return bindingName(subject, offset)
          .<Target>map(BindingName::new)
          .or(() -> ConfigCursor.at(subject.config(), offset).map(Target::inConfig));
    }
    return subject
        .text(file)
        .flatMap(text -> EnvironmentUse.at(text, offset))
        .<Target>map(BindingUse::new)
        .or(() -> CodeCursor.at(subject, file, offset));
  }

  private static Optional<Located<String>> bindingName(Subject subject, int offset) {
    return subject.bindingViews().stream()
        .flatMap(view -> view.environment().bindingNames().stream())
        .map(NamedBinding::name)
        .filter(name -> name.span().touches(offset))
        .findFirst();
  }

  static Target inConfig(ConfigCursor cursor) {
    var path = String.join(".", cursor.pathInEnvironment());
    if (!cursor.isKey() && path.equals("main")) {
      return new Entry(cursor.text());
    }
    if (!cursor.isKey() && path.equals("migrations.tag")) {
      return new Tag(cursor.text());
    }
    if (namesContainer(cursor)) {
      return new ContainerName(cursor.text());
    }
    boolean names =
        switch (path) {
          case "durable_objects.bindings.class_name",
              "migrations.new_classes",
              "migrations.new_sqlite_classes",
              "migrations.deleted_classes",
              "migrations.renamed_classes.from",
              "migrations.renamed_classes.to",
              "migrations.transferred_classes.to",
              "containers.class_name" ->
              !cursor.isKey();
          default -> path.startsWith("exports.") && isDeclared(cursor);
        };
    return names ? new ClassName(cursor.text()) : new Key(cursor.path(), cursor.text());
  }

  private static boolean namesContainer(ConfigCursor cursor) {
    var path = cursor.pathInEnvironment();
    boolean gives = path.equals(List.of("containers", "name"));
    boolean uses =
        path.size() == 3 && path.getFirst().equals("exports") && path.getLast().equals("container");
    return !cursor.isKey() && (gives || uses);
  }

  /** The key of an entry of {@code exports}, or the new name in one. */
  private static boolean isDeclared(ConfigCursor cursor) {
    var path = cursor.pathInEnvironment();
    return cursor.isKey()
        ? path.size() == 2
        : path.size() == 3 && path.getLast().equals("renamed_to");
  }

  /** The bindings of this name, in all environments, the top level's first. */
  static List<BindingEntry> bindings(Subject subject, String name) {
    return subject.bindingViews().stream()
        .flatMap(view -> view.environment().durableObjects().stream())
        .filter(binding -> binding.name().filter(it -> it.value().equals(name)).isPresent())
        .toList();
  }

  /** The file of the entry point that is written at {@code span}. */
  static Optional<Place> entryFile(Subject subject, Span span) {
    return subject.views().stream()
        .filter(
            view -> view.entryPoint().filter(it -> it.written().span().equals(span)).isPresent())
        .map(EnvironmentView::entryFile)
        .flatMap(Optional::stream)
        .map(file -> new Place(file, Span.at(0)))
        .findFirst();
  }
}
