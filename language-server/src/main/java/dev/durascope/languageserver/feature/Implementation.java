package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Subject;
import java.nio.file.Path;
import java.util.List;

/** The class behind a binding, from the configuration or from code that reads it. */
public final class Implementation {

  private Implementation() {}

  public static List<Place> of(Subject subject, Path file, int offset) {
    return Target.at(subject, file, offset)
        .map(
            target ->
                switch (target) {
                  case Target.ClassName(var name) -> Definition.classes(subject, name.value());
                  case Target.ClassUse(_, var className) -> Definition.classes(subject, className);
                  case Target.BindingName(var name) ->
                      Definition.boundClasses(subject, name.value());
                  case Target.BindingUse(var name) ->
                      Definition.boundClasses(subject, name.value());
                  case Target.Entry _, Target.Key _, Target.Tag _, Target.ContainerName _ ->
                      List.<Place>of();
                })
        .orElse(List.of());
  }
}
