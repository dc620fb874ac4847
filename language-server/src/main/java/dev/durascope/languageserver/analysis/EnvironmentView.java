package dev.durascope.languageserver.analysis;

import dev.durascope.languageserver.analysis.Outlook.Sight;
import dev.durascope.model.compatibility.EnabledFlags;
import dev.durascope.model.config.BindingEntry;
import dev.durascope.model.config.EntryPoint;
import dev.durascope.model.config.Environment;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.modules.ExportLookup;
import dev.durascope.model.modules.ExportLookup.Unknown;
import dev.durascope.model.modules.ModuleFiles;
import dev.durascope.model.modules.ModuleGraph;
import dev.durascope.model.modules.SourceCode;
import dev.durascope.model.modules.SourceFiles;
import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One environment together with the code it starts from: the questions that several rules ask.
 *
 * <p>Each answer about an export is remembered for the life of the view, which is one analysis.
 */
public final class EnvironmentView {

  private final Environment environment;
  private final Path directory;
  private final Optional<EntryPoint> entryPoint;
  private final Optional<Path> entryFile;
  private final ModuleGraph graph;
  private final Outlook outlook;
  private final Map<String, ExportLookup> lookups = new HashMap<>();
  private final FlagsOfDates flagsOfDates;
  private @Nullable EnabledFlags flags;

  private EnvironmentView(
      Environment environment,
      Path directory,
      Optional<EntryPoint> entryPoint,
      Optional<Path> entryFile,
      ModuleGraph graph,
      Outlook outlook,
      FlagsOfDates flagsOfDates) {
    this.environment = environment;
    this.directory = directory;
    this.entryPoint = entryPoint;
    this.entryFile = entryFile;
    this.graph = graph;
    this.outlook = outlook;
    this.flagsOfDates = flagsOfDates;
  }

  static EnvironmentView of(
      WranglerConfig config,
      Environment environment,
      SourceFiles files,
      ModuleGraph graph,
      Outlook outlook,
      FlagsOfDates flagsOfDates) {
    var entryPoint = EntryPoint.of(config, environment);
    var entryFile = entryPoint.flatMap(entry -> ModuleFiles.find(files, entry.file()));
    return new EnvironmentView(
        environment, config.directory(), entryPoint, entryFile, graph, outlook, flagsOfDates);
  }

  public Environment environment() {
    return environment;
  }

  /** What previews of branches see: bindings of their own, and the same code. */
  Optional<EnvironmentView> previews() {
    return environment
        .previews()
        .map(
            own ->
                new EnvironmentView(
                    own, directory, entryPoint, entryFile, graph, outlook, flagsOfDates));
  }

  public Optional<EntryPoint> entryPoint() {
    return entryPoint;
  }

  /** The file of the entry point, where it exists. */
  public Optional<Path> entryFile() {
    outlook.takeIn(Sight.AROUND);
    return entryFile;
  }

  /** The entry point as messages name it: relative to the configuration, with slashes. */
  public String entryName() {
    return entryFile()
        .map(this::relative)
        .or(() -> entryPoint.map(entry -> entry.written().value()))
        .orElse("the entry point");
  }

  /** {@code file} as the configuration would name it, with slashes. */
  public String relative(Path file) {
    return directory.relativize(file).toString().replace('\\', '/');
  }

  /** Whether the entry point exports {@code className}; unknown where that cannot be told. */
  public ExportLookup lookup(String className) {
    outlook.takeIn(Sight.AROUND);
    var known = lookups.get(className);
    if (known == null) {
      known = ask(className);
      lookups.put(className, known);
    }
    return known;
  }

  private ExportLookup ask(String className) {
    if (isPlaceholder(className)) {
      return new Unknown("\"" + className + "\" is to be filled in");
    }
    if (entryFile().isEmpty() || entryPoint.isEmpty()) {
      return new Unknown("there is no entry point to look into");
    }
    if (isProduct(entryPoint.get().origin(), entryFile().get())) {
      return new Unknown(entryName() + " is made by a build");
    }
    return graph.find(entryFile().get(), className);
  }

  /** Whether a template leaves this name to be filled in. */
  public static boolean isPlaceholder(String name) {
    return EntryPoint.isPlaceholder(name);
  }

  /** A build command makes JavaScript; TypeScript beside it is what it makes it from. */
  private static boolean isProduct(EntryPoint.Origin origin, Path file) {
    return switch (origin) {
      case WRITTEN -> false;
      case MAYBE_BUILT -> !file.toString().matches(".*\\.[mc]?tsx?");
      case BUILT -> true;
    };
  }

  /** The names of the values that the entry point exports, as far as they can be told. */
  public List<String> exportedNames() {
    return entryFile().map(graph::valueExports).orElse(List.of());
  }

  /**
   * The project's own modules that the entry point comes to. None where the entry is made by a
   * build: nobody wants to hear of faults in what a build has made.
   */
  public List<SourceCode> sources() {
    outlook.takeIn(Sight.AROUND);
    return code();
  }

  /** The same, for one who tells the outlook. */
  List<SourceCode> code() {
    boolean written =
        entryPoint.isPresent()
            && entryFile.isPresent()
            && !isProduct(entryPoint.get().origin(), entryFile.get());
    return written ? graph.sources(entryFile.get()) : List.of();
  }

  /** Whether the entry point is a module that exports nothing: a script, to wrangler. */
  public boolean exportsNothing() {
    return entryFile().filter(graph::exportsNothing).isPresent();
  }

  /** Whether the entry point is a CommonJS module: a script as well, to wrangler. */
  public boolean isCommonJs() {
    return entryFile().filter(graph::isCommonJs).isPresent();
  }

  /** Whether {@link #sources} are all the code there is: no package, nothing that was not found. */
  public boolean isAllCode() {
    return !sources().isEmpty() && graph.isClosed(entryFile().orElseThrow());
  }

  /** The compatibility date as it is written for this environment. */
  public Optional<Located<String>> compatibilityDate() {
    return environment.inherited("compatibility_date").flatMap(Node::asString);
  }

  /** Whether a compatibility flag is surely off; without a date nothing is sure. */
  public boolean isOff(String flag) {
    return compatibilityDate().filter(date -> !flags(date).isOn(flag)).isPresent();
  }

  private EnabledFlags flags(Located<String> date) {
    var known = flags;
    if (known != null) {
      return known;
    }
    var written =
        environment.inherited("compatibility_flags").map(Node::asItems).orElse(List.of()).stream()
            .flatMap(item -> item.asString().stream())
            .map(Located::value)
            .toList();
    known = flagsOfDates.of(date.value(), written);
    flags = known;
    return known;
  }

  /** Whether this is the file that the Worker starts from. */
  public boolean entersBy(SourceCode source) {
    return entryFile().filter(source.file()::equals).isPresent();
  }

  /** The bindings to classes of this very Worker. */
  private List<BindingEntry> ownBindings() {
    return environment.durableObjects().stream()
        .filter(binding -> binding.isOwnClass(environment))
        .toList();
  }

  /**
   * The class names in {@link #ownBindings}, where they are written; without those that a template
   * leaves open.
   */
  public List<Located<String>> ownClasses() {
    return ownBindings().stream()
        .flatMap(binding -> binding.className().stream())
        .filter(name -> !isPlaceholder(name.value()))
        .toList();
  }

  /**
   * Whether the top level's migrations create the class, and a list of the environment's own stands
   * before them that does not.
   */
  public boolean isHiddenByOwnMigrations(String className) {
    var top = new Environment(Optional.empty(), environment.top(), environment.top());
    return !environment.isTop()
        && environment.own().get("migrations").isPresent()
        && environment.lifecycle().form() == Lifecycle.Form.MIGRATIONS
        && environment.lifecycle().find(className).isEmpty()
        && top.lifecycle().find(className).isPresent();
  }

  /**
   * The exported name that {@code className} most likely stands for. A class that is bound already
   * is not what a second binding means.
   */
  public Optional<String> nearestExport(String className, List<String> exports) {
    var bound = ownClasses().stream().map(Located::value).toList();
    return NearestName.of(
        className, exports.stream().filter(name -> !bound.contains(name)).toList());
  }
}
