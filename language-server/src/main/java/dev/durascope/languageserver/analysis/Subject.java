package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.Environment;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.modules.ModuleCache;
import dev.durascope.model.modules.ModuleGraph;
import dev.durascope.model.modules.Resolver;
import dev.durascope.model.modules.SourceFiles;
import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rules look at: one configuration with the files around it.
 *
 * @param views one for each environment that is to be checked
 */
public record Subject(WranglerConfig config, List<EnvironmentView> views) {

  public Subject {
    views = List.copyOf(views);
  }

  static Subject of(WranglerConfig config, SourceFiles files, ModuleCache cache, Scope scope) {
    var graph = new ModuleGraph(files, cache, new Resolver(aliases(config), config.directory()));
    var environments =
        switch (scope) {
          case Scope.Everything() -> config.environments();
          case Scope.Top() -> List.of(config.top());
          case Scope.Named(String name) ->
              config.named().containsKey(name)
                  ? List.of(config.named().get(name))
                  : List.<Environment>of();
        };
    return new Subject(
        config,
        environments.stream()
            .map(environment -> EnvironmentView.of(config, environment, files, graph))
            .toList());
  }

  /**
   * Whether the whole text could be read. Where it could not, a rule must not conclude anything
   * from what is absent.
   */
  public boolean isComplete() {
    return config.document().problems().isEmpty();
  }

  private static Map<String, String> aliases(WranglerConfig config) {
    var aliases = new HashMap<String, String>();
    for (var entry : config.document().root().table("alias").orElse(Node.Table.EMPTY).entries()) {
      entry
          .value()
          .asString()
          .map(Located::value)
          .ifPresent(target -> aliases.put(entry.key().name(), target));
    }
    return aliases;
  }
}
