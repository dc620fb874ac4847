package dev.durascope.languageserver.types;

import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Scope;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.WranglerConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Workers beside the one whose types are written: those of the configurations behind the first
 * {@code --config}. What is bound of them is named by the module that has it.
 *
 * <p>A Worker goes by its environments' names too; all of them start from the top level's entry
 * point, as wrangler has it.
 *
 * @param byName where each starts from
 */
public record FurtherWorkers(Map<String, EnvironmentView> byName) {

  /** What wrangler calls a Worker whose configuration has no name. */
  static final String NAMELESS = "worker";

  /** For a Worker alone. */
  public static final FurtherWorkers NONE = new FurtherWorkers(Map.of());

  public FurtherWorkers {
    byName = Map.copyOf(byName);
  }

  /** A configuration that cannot be used, and why. */
  public static final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    private Unusable(String reason) {
      super(reason);
      this.reason = reason;
    }

    /** A sentence without its end. */
    public String reason() {
      return reason;
    }
  }

  /**
   * Those that a recipe in a file of {@code subject} names, by paths from its folder; empty where
   * one of them cannot be used.
   */
  public static Optional<FurtherWorkers> of(Subject subject, TypesRecipe recipe) {
    try {
      return Optional.of(
          read(
              subject,
              recipe.furtherConfigs().stream()
                  .map(path -> subject.config().directory().resolve(path).normalize())
                  .toList()));
    } catch (Unusable unknown) {
      return Optional.empty();
    }
  }

  /** The Workers of {@code configs}, absolute; an earlier one's environments keep their names. */
  public static FurtherWorkers read(Subject subject, List<Path> configs) throws Unusable {
    var byName = new LinkedHashMap<String, EnvironmentView>();
    for (var file : configs) {
      var text =
          subject.text(file).orElseThrow(() -> new Unusable("there is no configuration " + file));
      var config = WranglerConfig.parse(file, text);
      if (!config.document().problems().isEmpty()) {
        throw new Unusable(file + " has errors; durascope check tells which");
      }
      var view =
          Subject.of(config, subject.surroundings().alone(), new Scope.Top()).views().getFirst();
      if (view.entryFile().isEmpty()) {
        throw new Unusable(file + " has no entry point, so that there is nothing to bind of it");
      }
      byName.put(config.top().workerName().orElse(NAMELESS), view);
      config
          .named()
          .values()
          .forEach(each -> each.workerName().ifPresent(name -> byName.putIfAbsent(name, view)));
    }
    return byName.isEmpty() ? NONE : new FurtherWorkers(byName);
  }

  /** Where the Worker of this name starts from. */
  Optional<EnvironmentView> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
