package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.BindingEntry;
import dev.durascope.model.modules.ExportLookup.Exported;
import dev.durascope.model.modules.ExportLookup.TypeOnly;
import dev.durascope.model.text.Located;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Where something is defined: a class of the configuration in the code, a binding of the code in
 * the configuration, the entry point.
 */
public final class Definition {

  private Definition() {}

  /** The places, the likeliest first. */
  public static List<Place> of(Subject subject, Path file, int offset) {
    return Target.at(subject, file, offset)
        .map(
            target ->
                switch (target) {
                  case Target.ClassName(var name) -> classes(subject, name.value());
                  case Target.Entry(var written) ->
                      Target.entryFile(subject, written.span()).stream().toList();
                  case Target.BindingUse(var name) -> bindings(subject, name.value());
                  case Target.BindingName(var name) -> boundClasses(subject, name.value());
                  case Target.ContainerName(var name) ->
                      ContainerMentions.of(subject, name.value()).stream()
                          .filter(mention -> mention.form() == Mention.Form.DECLARATION)
                          .map(Mention::place)
                          .toList();
                  case Target.Key _, Target.Tag _, Target.ClassUse _ -> List.<Place>of();
                })
        .orElse(List.of());
  }

  /** The classes' declarations; where there is none to see, what exports the name. */
  static List<Place> classes(Subject subject, String name) {
    var code = ProjectCode.of(subject);
    var places = new LinkedHashSet<Place>();
    for (var view : subject.views()) {
      var exported =
          switch (view.lookup(name)) {
            case Exported(_, var file, var place) -> Optional.of(new Place(file, place));
            case TypeOnly(var file, var place) -> Optional.of(new Place(file, place));
            default -> Optional.<Place>empty();
          };
      exported.ifPresent(place -> places.add(code.declaration(place).orElse(place)));
    }
    return List.copyOf(places);
  }

  private static List<Place> bindings(Subject subject, String name) {
    return Target.bindings(subject, name).stream()
        .flatMap(binding -> binding.name().stream())
        .map(Located::span)
        .map(subject::at)
        .distinct()
        .toList();
  }

  /** The classes of the bindings of this name. */
  static List<Place> boundClasses(Subject subject, String name) {
    return subject.bindingViews().stream()
        .flatMap(
            view ->
                view.environment().durableObjects().stream()
                    .filter(
                        binding -> binding.name().filter(it -> it.value().equals(name)).isPresent())
                    .filter(binding -> binding.isOwnClass(view.environment())))
        .flatMap(binding -> binding.className().stream())
        .flatMap(className -> classes(subject, className.value()).stream())
        .distinct()
        .toList();
  }

  /** The class of {@code binding} in words of code. */
  static String className(BindingEntry binding) {
    return binding.className().map(Located::value).orElse("?");
  }
}
