package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Located;

/** Configurations as they are after a renaming, and whether they are what they were to become. */
final class Renamed {

  private Renamed() {}

  static WranglerConfig config(WranglerConfig config, Fix fix) {
    return WranglerConfig.parse(
        config.file(), fix.applyTo(config.file(), config.document().text()));
  }

  /** Whether there are no new faults of syntax, and the old name has gone from where it was. */
  static boolean isSound(WranglerConfig before, WranglerConfig after, Target target, String old) {
    if (after.document().problems().size() > before.document().problems().size()) {
      return false;
    }
    var environments = after.environments().stream();
    return switch (target) {
      case Target.ClassName _ ->
          environments.noneMatch(
              environment ->
                  environment.lifecycle().find(old).isPresent()
                      || environment.durableObjects().stream()
                          .filter(binding -> binding.isOwnClass(environment))
                          .flatMap(binding -> binding.className().stream())
                          .anyMatch(name -> name.value().equals(old)));
      case Target.BindingName _, Target.BindingUse _ ->
          environments
              .flatMap(environment -> environment.bindingNames().stream())
              .noneMatch(binding -> binding.name().value().equals(old));
      case Target.Tag _ ->
          environments
              .flatMap(environment -> environment.migrations().stream())
              .flatMap(step -> step.tag().map(Located::value).stream())
              .noneMatch(old::equals);
      case Target.ContainerName _ ->
          ConfigCursor.all(after).stream()
              .noneMatch(
                  cursor ->
                      cursor.text().value().equals(old)
                          && Target.inConfig(cursor) instanceof Target.ContainerName);
      case Target.ClassUse _, Target.Entry _, Target.Key _ -> true;
    };
  }
}
