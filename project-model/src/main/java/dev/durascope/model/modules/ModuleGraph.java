package dev.durascope.model.modules;

import dev.durascope.model.modules.ExportLookup.Exported;
import dev.durascope.model.modules.ExportLookup.NotExported;
import dev.durascope.model.modules.ExportLookup.TypeOnly;
import dev.durascope.model.modules.ExportLookup.Unknown;
import dev.durascope.model.modules.Module.Declared;
import dev.durascope.model.modules.Module.Format;
import dev.durascope.model.modules.Module.Kind;
import dev.durascope.model.modules.Module.NamespaceExport;
import dev.durascope.model.modules.Module.ReExport;
import dev.durascope.model.modules.Resolution.Opaque;
import dev.durascope.model.modules.Resolution.Source;
import dev.durascope.model.text.Located;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers which names a module exports, following {@code export … from} across files.
 *
 * <p>The rules are those of ECMAScript's ResolveExport: a module's own names first, then its stars,
 * which never carry {@code default}; a circle finds nothing. On top of that comes doubt: a module
 * that is CommonJS, that does not parse, or that cannot be found makes the answer {@link Unknown}
 * unless the name was found elsewhere.
 */
public final class ModuleGraph {

  /** Files that one lookup may read; past that, the answer is unknown. */
  static final int MAX_MODULES = 2_000;

  private static final ExportLookup NOTHING = new NotExported(List.of());

  private final ModuleCache cache;
  private final SourceFiles files;
  private final Resolver resolver;

  /** What is known already; a graph lives for one analysis, in which files do not move. */
  private final Map<Import, Resolution> resolved = new HashMap<>();

  private final Map<Path, List<SourceCode>> sources = new HashMap<>();
  private final Map<Path, List<String>> valueExports = new HashMap<>();
  private final Map<Question, ExportLookup> found = new HashMap<>();

  /** Where an import leads is told by the folder that it stands in. */
  private record Import(Path directory, String specifier) {}

  public ModuleGraph(SourceFiles files, ModuleCache cache, Resolver resolver) {
    this.files = files;
    this.cache = cache;
    this.resolver = resolver;
  }

  /** Whether the module at {@code entry} exports {@code name} as a value. */
  public ExportLookup find(Path entry, String name) {
    var question = new Question(entry, name);
    var known = found.get(question);
    if (known == null) {
      var answer = new Walk().find(entry, name);
      known = answer instanceof NotExported ? new NotExported(valueExports(entry)) : answer;
      found.put(question, known);
    }
    return known;
  }

  /**
   * The names of values that {@code entry} exports and that may be classes, as far as they can be
   * told, sorted. A namespace never is one.
   */
  public List<String> valueExports(Path entry) {
    var known = valueExports.get(entry);
    if (known == null) {
      known = exportsOf(entry);
      valueExports.put(entry, known);
    }
    return known;
  }

  private List<String> exportsOf(Path entry) {
    var names = new TreeSet<String>();
    collect(entry, names, new HashSet<>());
    return names.stream()
        .filter(name -> !name.equals("default"))
        .filter(name -> new Walk().find(entry, name) instanceof Exported)
        .toList();
  }

  private void collect(Path file, Set<String> names, Set<Path> seen) {
    if (!seen.add(file) || seen.size() > MAX_MODULES) {
      return;
    }
    var module = cache.module(files, file);
    if (module.isEmpty()) {
      return;
    }
    module.get().exports().stream()
        .filter(export -> !(export instanceof NamespaceExport))
        .forEach(export -> names.add(export.name()));
    for (var star : module.get().stars()) {
      if (!star.typeOnly() && resolve(file, star.specifier()) instanceof Source(Path target)) {
        collect(target, names, seen);
      }
    }
  }

  /**
   * The project's own modules that {@code entry} comes to by imports, itself first. What cannot be
   * found, and what is installed, is not among them.
   */
  public List<SourceCode> sources(Path entry) {
    var known = sources.get(entry);
    if (known == null) {
      known = reach(entry);
      sources.put(entry, known);
    }
    return known;
  }

  private List<SourceCode> reach(Path entry) {
    var found = new ArrayList<SourceCode>();
    var seen = new HashSet<>(Set.of(entry));
    var level = List.of(entry);
    while (!level.isEmpty()) {
      cache.readAhead(files, level);
      var next = imported(level, found, seen);
      level = next.subList(0, Math.min(next.size(), MAX_MODULES - found.size()));
    }
    return found;
  }

  /** The modules that {@code importing} lead to and that were not seen before. */
  private List<Path> imported(List<Path> importing, List<SourceCode> found, Set<Path> seen) {
    var next = new ArrayList<Path>();
    for (var file : importing) {
      var code = cache.code(files, file);
      if (code.isEmpty()) {
        continue;
      }
      found.add(new SourceCode(file, code.get()));
      for (var specifier : code.get().imports()) {
        if (resolve(file, specifier.value()) instanceof Source(Path target)
            && !ModuleCache.isInstalled(target)
            && seen.add(target)) {
          next.add(target);
        }
      }
    }
    return next;
  }

  /** Where {@code name} stands in the module at {@code file}, and what it does there. */
  public List<NameUse> uses(Path file, String name) {
    return cache.uses(files, file, name);
  }

  /** The file that an import in {@code from} means, where it is found. */
  public Optional<Path> target(Path from, String specifier) {
    return resolve(from, specifier) instanceof Source(Path file)
        ? Optional.of(file)
        : Optional.empty();
  }

  /**
   * Whether {@link #sources} of {@code entry} is all the code that runs with it: every import leads
   * to a module of the project, or to the platform's own, and nothing is required by CommonJS.
   */
  public boolean isClosed(Path entry) {
    return sources(entry).stream()
        .allMatch(
            source ->
                !source.code().words().contains("require")
                    && source.code().imports().stream()
                        .map(Located::value)
                        .allMatch(specifier -> isOwn(source.file(), specifier)));
  }

  private boolean isOwn(Path from, String specifier) {
    return specifier.startsWith("cloudflare:")
        || specifier.startsWith("node:")
        || (resolve(from, specifier) instanceof Source(Path target)
            && !ModuleCache.isInstalled(target));
  }

  /** Whether the module at {@code file} surely exports nothing at all. */
  public boolean exportsNothing(Path file) {
    return cache
        .module(files, file)
        .filter(module -> module.format() != Format.COMMON_JS && module.complete())
        .filter(module -> module.exports().isEmpty() && module.stars().isEmpty())
        .isPresent();
  }

  /** Whether the module at {@code file} surely is CommonJS: it has none of today's exports. */
  public boolean isCommonJs(Path file) {
    return cache
        .module(files, file)
        .filter(module -> module.format() == Format.COMMON_JS && module.complete())
        .isPresent();
  }

  private Resolution resolve(Path from, String specifier) {
    return resolved.computeIfAbsent(
        new Import(Resolver.directory(from), specifier),
        wanted -> resolver.resolve(files, from, specifier));
  }

  private record Question(Path file, String name) {}

  /** One lookup: remembers what it asked already, which ends circles. */
  private final class Walk {

    private final Set<Question> asked = new HashSet<>();

    ExportLookup find(Path file, String name) {
      if (!asked.add(new Question(file, name))) {
        return new NotExported(List.of());
      }
      if (asked.size() > MAX_MODULES) {
        return new Unknown("more than " + MAX_MODULES + " modules are re-exported");
      }
      var found = cache.module(files, file);
      if (found.isEmpty()) {
        return new Unknown(file.getFileName() + " is not JavaScript or cannot be read");
      }
      var module = found.get();
      var own = module.own(name);
      if (own.isPresent()) {
        return follow(file, own.get());
      }
      var doubt = doubt(file, module);
      return throughStars(file, module, name).orElseGet(() -> doubt.orElse(NOTHING));
    }

    private ExportLookup follow(Path file, Module.Export export) {
      return switch (export) {
        case Declared(_, Kind kind, var place) ->
            kind == Kind.TYPE ? new TypeOnly(file, place) : new Exported(kind, file, place);
        case NamespaceExport(_, boolean typeOnly, var place) ->
            typeOnly ? new TypeOnly(file, place) : new Exported(Kind.VALUE, file, place);
        case ReExport reExport -> follow(file, reExport);
      };
    }

    private ExportLookup follow(Path file, ReExport reExport) {
      var target =
          switch (resolve(file, reExport.specifier())) {
            case Source(Path source) -> find(source, reExport.imported());
            case Opaque(String reason) -> new Unknown(reason);
          };
      boolean exists = !(target instanceof NotExported);
      return reExport.typeOnly() && exists ? new TypeOnly(file, reExport.place()) : target;
    }

    /** Empty where no star says anything about the name. */
    private Optional<ExportLookup> throughStars(Path file, Module module, String name) {
      if (name.equals("default")) {
        return Optional.empty();
      }
      Optional<ExportLookup> best = Optional.empty();
      for (var star : module.stars()) {
        var answer =
            switch (resolve(file, star.specifier())) {
              case Source(Path source) -> find(source, name);
              case Opaque(String reason) -> star.typeOnly() ? NOTHING : new Unknown(reason);
            };
        if (star.typeOnly() && answer instanceof Exported(Kind kind, Path at, var place)) {
          answer = new TypeOnly(at, place);
        }
        switch (answer) {
          case Exported exported -> {
            return Optional.of(exported);
          }
          case Unknown unknown -> best = Optional.of(unknown);
          case TypeOnly typeOnly -> best = best.isEmpty() ? Optional.of(typeOnly) : best;
          case NotExported _ -> {}
        }
      }
      return best;
    }

    private Optional<ExportLookup> doubt(Path file, Module module) {
      var name = file.getFileName();
      if (module.format() == Format.COMMON_JS) {
        return Optional.of(new Unknown(name + " is a CommonJS module"));
      }
      if (!module.complete()) {
        return Optional.of(new Unknown(name + " could not be parsed completely"));
      }
      return Optional.empty();
    }
  }
}
