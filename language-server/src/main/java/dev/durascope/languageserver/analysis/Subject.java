package dev.durascope.languageserver.analysis;

import dev.durascope.languageserver.analysis.Outlook.Sight;
import dev.durascope.languageserver.schema.SchemaNode;
import dev.durascope.model.config.Environment;
import dev.durascope.model.config.MigrationStep;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.json.JsonReader;
import dev.durascope.model.modules.ModuleGraph;
import dev.durascope.model.modules.Resolver;
import dev.durascope.model.modules.SourceCode;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the rules look at: one configuration with the files around it.
 *
 * @param views one for each environment that is to be checked
 * @param comparisons what the configuration is compared with
 * @param code what the entry points come to
 * @param outlook notices what is looked at
 */
public record Subject(
    WranglerConfig config,
    List<EnvironmentView> views,
    Surroundings surroundings,
    Comparisons comparisons,
    EnteredCode code,
    Outlook outlook) {

  public Subject {
    views = List.copyOf(views);
  }

  /** {@code config} with the environments that {@code scope} names. */
  public static Subject of(WranglerConfig config, Surroundings surroundings, Scope scope) {
    var files = surroundings.files();
    var graph = graph(config, surroundings);
    var outlook = new Outlook();
    var flags = new FlagsOfDates();
    var environments =
        switch (scope) {
          case Scope.Everything() -> config.environments();
          case Scope.Top() -> List.of(config.top());
          case Scope.Named(String name) ->
              config.named().containsKey(name)
                  ? List.of(config.named().get(name))
                  : List.<Environment>of();
        };
    var views =
        environments.stream()
            .map(
                environment ->
                    EnvironmentView.of(config, environment, files, graph, outlook, flags))
            .toList();
    return new Subject(
        config,
        views,
        surroundings,
        new Comparisons(config, surroundings),
        new EnteredCode(views),
        outlook);
  }

  @Override
  public WranglerConfig config() {
    outlook.takeIn(Sight.CONFIGURATION);
    return config;
  }

  @Override
  public List<EnvironmentView> views() {
    outlook.takeIn(Sight.CONFIGURATION);
    return views;
  }

  @Override
  public EnteredCode code() {
    outlook.takeIn(Sight.CODE);
    return code;
  }

  @Override
  public Surroundings surroundings() {
    outlook.takeIn(Sight.AROUND);
    return surroundings;
  }

  @Override
  public Comparisons comparisons() {
    outlook.takeIn(Sight.AROUND);
    return comparisons;
  }

  /** The state that counts as deployed; empty where there is none, or where it is unreadable. */
  public Optional<Committed> committed() {
    return comparisons().committed();
  }

  /** The other Workers of the workspace. */
  public List<Subject> neighbours() {
    return comparisons().neighbours();
  }

  private static ModuleGraph graph(WranglerConfig config, Surroundings surroundings) {
    return new ModuleGraph(
        surroundings.files(),
        surroundings.modules(),
        new Resolver(aliases(config), config.directory()));
  }

  /** The modules of the project, to ask what the rules do not. */
  public ModuleGraph modules() {
    return graph(config, surroundings());
  }

  /** The code that people write in the configuration's folder, be it imported or not. */
  public List<Path> writtenModules() {
    return surroundings().files().modulesUnder(config.directory());
  }

  /** All that bind objects: the views, and behind each its previews where it has some. */
  public List<EnvironmentView> bindingViews() {
    return views.stream()
        .flatMap(view -> Stream.concat(Stream.of(view), view.previews().stream()))
        .toList();
  }

  /** The place of {@code span} in the configuration. */
  public Place at(Span span) {
    return new Place(config.file(), span);
  }

  /** Whether the configuration binds a class of this name, or gives it a life. */
  public boolean namesClass(String className) {
    return views().stream()
        .anyMatch(
            view ->
                view.environment().lifecycle().find(className).isPresent()
                    || view.ownClasses().stream().anyMatch(name -> name.value().equals(className)));
  }

  /** The project's own modules that any environment's entry point comes to. */
  public List<SourceCode> sources() {
    return code().sources();
  }

  /**
   * The migrations of all environments. Most environments inherit the top level's list; each list
   * comes once.
   */
  public List<List<MigrationStep>> histories() {
    var lists = Collections.newSetFromMap(new IdentityHashMap<List<MigrationStep>, Boolean>());
    return views().stream()
        .map(view -> view.environment().migrations())
        .filter(lists::add)
        .toList();
  }

  /** The first line that says something: what to underline to speak about the file as a whole. */
  public Span firstStatement() {
    var lines = config().document().lines();
    var text = config.document().text();
    for (int i = 0; i < lines.lineCount(); i++) {
      var line = lines.line(i);
      var said = line.of(text).strip();
      if (!said.isEmpty() && !said.startsWith("#") && !said.startsWith("//")) {
        int start = text.indexOf(said, line.start());
        return new Span(start, start + said.length());
      }
    }
    return Span.at(0);
  }

  /** Whether a command that runs beside the configuration means it by {@code path}. */
  public boolean isConfig(String path) {
    return config.directory().resolve(path).normalize().equals(config.file());
  }

  /** The text of {@code file}, where it can be read. */
  public Optional<String> text(Path file) {
    return surroundings().files().read(file);
  }

  /** Whether a file of this name lies beside the configuration. */
  public boolean hasSibling(String fileName) {
    return isFile(config.directory().resolve(fileName));
  }

  public boolean isFile(Path file) {
    return surroundings().files().isFile(file);
  }

  /** A script of the package beside the configuration, as it is written between its quotes. */
  public record Script(Place place, String text) {}

  /** The scripts in the package.json beside the configuration. */
  public List<Script> scripts() {
    var file = config.directory().resolve("package.json");
    return text(file)
        .map(
            json ->
                JsonReader.read(json)
                    .root()
                    .table("scripts")
                    .orElse(Node.Table.EMPTY)
                    .entries()
                    .stream()
                    .flatMap(entry -> entry.value().asString().stream())
                    .map(
                        script ->
                            new Script(new Place(file, script.span()), script.span().of(json)))
                    .toList())
        .orElse(List.of());
  }

  /** Which keys a configuration may have, for the wrangler of this project. */
  public SchemaNode schema() {
    outlook.takeIn(Sight.CONFIGURATION);
    return surroundings.schemas().schema(surroundings.files(), config.directory());
  }

  /** The day of the analysis, in UTC. */
  public LocalDate today() {
    outlook.takeIn(Sight.CONFIGURATION);
    return surroundings.today();
  }

  /**
   * Whether the whole text could be read. Where it could not, a rule must not conclude anything
   * from what is absent.
   */
  public boolean isComplete() {
    return config().document().problems().isEmpty();
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
