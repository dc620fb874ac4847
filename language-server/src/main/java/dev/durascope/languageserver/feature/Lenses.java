package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.BindingEntry;
import dev.durascope.model.config.Environment;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.config.Lifecycle.LiveClass;
import dev.durascope.model.config.MigrationStep;
import dev.durascope.model.modules.ExportLookup.Exported;
import dev.durascope.model.modules.NameUse;
import dev.durascope.model.text.Located;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lenses of a file: on an object's class in the code, and on its bindings. */
public final class Lenses {

  private Lenses() {}

  public static List<Lens> of(Subject subject, Path file) {
    return file.equals(subject.config().file())
        ? subject.views().stream().flatMap(view -> onBindings(subject, view).stream()).toList()
        : onClasses(subject, file);
  }

  private static List<Lens> onClasses(Subject subject, Path file) {
    var code = ProjectCode.of(subject);
    var lenses = new ArrayList<Lens>();
    for (var className : CodeCursor.classNames(subject)) {
      for (var origin : code.origins(className)) {
        if (origin.file().equals(file)) {
          code.uses(file, origin.local()).stream()
              .filter(use -> use instanceof NameUse.Declaration)
              .map(use -> new Place(file, use.span()))
              .forEach(place -> lenses.addAll(onClass(subject, className, place)));
        }
      }
    }
    return lenses;
  }

  private static List<Lens> onClass(Subject subject, String className, Place place) {
    var bindings =
        subject.views().stream()
            .flatMap(view -> own(view).filter(it -> isOf(it, className)))
            .distinct()
            .toList();
    long names =
        bindings.stream().flatMap(it -> it.name().stream()).map(Located::value).distinct().count();
    var bound = names == 0 ? "not bound" : names == 1 ? "1 binding" : names + " bindings";
    var targets =
        bindings.stream()
            .flatMap(binding -> binding.className().stream())
            .map(name -> subject.at(name.span()))
            .toList();
    return List.of(
        new Lens.Summary(place, bound + " · " + life(subject, className), targets),
        new Lens.Running(place, className),
        new Lens.Debug(place));
  }

  private static List<Lens> onBindings(Subject subject, EnvironmentView view) {
    var lenses = new ArrayList<Lens>();
    for (var binding : view.environment().durableObjects()) {
      var written = binding.className();
      if (written.isPresent()) {
        var className = written.get().value();
        var place = subject.at(written.get().span());
        if (!binding.isOwnClass(view.environment())) {
          var script = binding.scriptName().map(Located::value).orElse("?");
          lenses.add(
              new Lens.Summary(
                  place, "%s of the Worker %s".formatted(className, script), List.of()));
        } else if (view.lookup(className) instanceof Exported(_, var file, var span)) {
          var life = life(view.environment(), className).orElse("no migration creates it");
          lenses.add(
              new Lens.Summary(
                  place,
                  "%s in %s · %s".formatted(className, view.relative(file), life),
                  List.of(new Place(file, span))));
          lenses.add(new Lens.Running(place, className));
        }
      }
    }
    return lenses;
  }

  private static Stream<BindingEntry> own(EnvironmentView view) {
    return view.environment().durableObjects().stream()
        .filter(binding -> binding.isOwnClass(view.environment()));
  }

  private static boolean isOf(BindingEntry binding, String className) {
    return binding.className().filter(name -> name.value().equals(className)).isPresent();
  }

  /** Of environments that differ, what is said is of the first that has the class. */
  private static String life(Subject subject, String className) {
    return subject.views().stream()
        .flatMap(view -> life(view.environment(), className).stream())
        .findFirst()
        .orElse("no migration creates it");
  }

  private static Optional<String> life(Environment environment, String className) {
    var lifecycle = environment.lifecycle();
    return lifecycle
        .find(className)
        .map(
            live -> {
              var storage =
                  switch (live.storage()) {
                    case SQLITE -> "SQLite";
                    case KEY_VALUE -> "key-value";
                  };
              return lifecycle.form() == Lifecycle.Form.EXPORTS
                  ? "declared (%s)".formatted(storage)
                  : "migrated %s(%s)"
                      .formatted(tag(environment, live).map(it -> it + " ").orElse(""), storage);
            });
  }

  /** The step that brought the class to life under its present name. */
  private static Optional<String> tag(Environment environment, LiveClass live) {
    return environment.migrations().stream()
        .filter(step -> names(step).anyMatch(name -> name.span().equals(live.introduced())))
        .flatMap(step -> step.tag().stream())
        .map(Located::value)
        .findFirst();
  }

  private static Stream<Located<String>> names(MigrationStep step) {
    return Stream.concat(
        step.created().stream(),
        Stream.concat(step.renamed().stream(), step.transferred().stream())
            .flatMap(move -> move.to().stream()));
  }
}
