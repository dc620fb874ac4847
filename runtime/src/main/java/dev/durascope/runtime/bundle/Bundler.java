package dev.durascope.runtime.bundle;

import dev.durascope.runtime.bundle.esbuild.BuildOutput;
import dev.durascope.runtime.bundle.esbuild.BuildRequest;
import dev.durascope.runtime.bundle.esbuild.BuildRequest.ResolveHook;
import dev.durascope.runtime.bundle.esbuild.BuildSession;
import dev.durascope.runtime.bundle.esbuild.EsbuildBinary;
import dev.durascope.runtime.bundle.esbuild.EsbuildService;
import dev.durascope.runtime.bundle.esbuild.EsbuildService.BinaryLocator;
import dev.durascope.runtime.bundle.esbuild.ProtocolException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Bundles one Worker, again and again.
 *
 * <p>The idea: esbuild runs as a service beside us and remembers what it parsed, so that a build
 * after a save costs what changed. Its settings are wrangler's, with one difference: the target is
 * ES2022, because GraalJS wants {@code using} and decorators lowered. The platform is esbuild's
 * {@code browser}, as with wrangler, since packages choose their files by the {@code browser} field
 * and condition.
 *
 * <p>Contract: {@link #start} returns at once and the service starts meanwhile; the first {@link
 * #build} waits for it. Mistakes of the user's are a {@link BundleException}, after which the next
 * build starts afresh from what is on disk. A service that died is replaced at the next build.
 */
public final class Bundler implements AutoCloseable {
  /**
   * Relative paths that esbuild looked for in vain; creating one of them is worth another build.
   */
  private static final Pattern UNRESOLVED = Pattern.compile("^Could not resolve \"(\\.[^\"]*)\"");

  private final BundleOptions options;
  private final ModuleCollector collector;
  private final Path outputPath;
  private final BinaryLocator locator;
  private EsbuildService service;
  private @Nullable BuildSession session;
  private Set<Path> watched = Set.of();

  private Bundler(BundleOptions options, BinaryLocator locator) {
    this.options = options;
    this.collector = new ModuleCollector(options);
    this.outputPath =
        options.projectDir().resolve(".wrangler/durascope").resolve(stem(options.entry()) + ".mjs");
    this.locator = locator;
    this.service = EsbuildService.start(locator);
    this.watched = Set.of(options.entry());
  }

  /**
   * Starts bundling in the background: the service comes up while the caller does something else.
   */
  public static Bundler start(BundleOptions options) {
    return start(options, () -> EsbuildBinary.locate(options.projectDir()));
  }

  static Bundler start(BundleOptions options, BinaryLocator locator) {
    return new Bundler(options, locator);
  }

  /** Builds from what is on disk now. The first build reads everything, later ones what changed. */
  public synchronized Bundle build() throws BundleException, InterruptedException {
    requireEntry();
    collector.restart();
    var output = rebuild();
    var warnings = messages(output.warnings());
    if (!output.errors().isEmpty()) {
      var errors = messages(output.errors());
      watched = withPlacesOf(errors);
      throw new BundleException(errors, options.projectDir());
    }
    var code = file(output, ".mjs");
    var map = file(output, ".map");
    var modules = collector.modules();
    var bundle =
        new Bundle(
            code.contents(),
            map.contents(),
            output.metafile(),
            code.hash() + map.hash() + fingerprint(modules),
            options.projectDir(),
            outputPath,
            moduleName(),
            modules,
            warnings);
    watched = bundle.inputs();
    return bundle;
  }

  /**
   * The files whose change makes another build worth while, some of which may not exist yet. Also
   * right after a failed build, when it tells of the last good one and of the places of the errors.
   */
  public synchronized Set<Path> watched() {
    return watched;
  }

  /** Ends the service. */
  @Override
  public synchronized void close() {
    if (session != null) {
      session.close();
    }
    service.close();
  }

  /** Asks the service, and a new one if it has died; one that dies at once is beyond our help. */
  private BuildOutput rebuild() throws BundleException, InterruptedException {
    try {
      return session().rebuild();
    } catch (ProtocolException first) {
      if (!service.hasEnded()) {
        throw first;
      }
    }
    try {
      collector.restart();
      return session().rebuild();
    } catch (ProtocolException again) {
      throw new BundleException("The bundler does not run. " + again.getMessage(), again);
    }
  }

  private BuildSession session() throws InterruptedException {
    if (service.hasEnded()) {
      service.close();
      service = EsbuildService.start(locator);
      session = null;
    }
    var open = session;
    if (open == null) {
      open = service.open(request());
      session = open;
    }
    return open;
  }

  private BuildRequest request() {
    var node = new NodeImports(options);
    var resolvers = new ArrayList<ResolveHook>();
    if (options.output().isBundle()) {
      resolvers.addAll(new Aliases(options).resolvers());
      resolvers.addAll(collector.resolvers());
      resolvers.addAll(node.resolvers());
    }
    return new BuildRequest(
        options.entry(), options.projectDir(), flags(), resolvers, node.loaders());
  }

  private List<String> flags() {
    var flags =
        new ArrayList<>(
            List.of(
                "--format=esm",
                "--platform=browser",
                "--target=es2022",
                "--supported:import-attributes=true",
                "--sourcemap=external",
                "--sources-content=true",
                "--metafile",
                "--loader:.js=jsx",
                "--loader:.mjs=jsx",
                "--loader:.cjs=jsx",
                "--outfile=" + outputPath,
                "--color=false",
                "--log-level=silent",
                "--log-limit=0"));
    if (options.output().isBundle()) {
      flags.addAll(
          List.of(
              "--bundle",
              "--conditions=workerd,worker,browser",
              "--main-fields=browser,module,main",
              "--external:cloudflare:*",
              "--external:node:*"));
    }
    if (options.output().keepNames()) {
      flags.add("--keep-names");
    }
    options.output().jsxFactory().ifPresent(it -> flags.add("--jsx-factory=" + it));
    options.output().jsxFragment().ifPresent(it -> flags.add("--jsx-fragment=" + it));
    var mode = Objects.requireNonNullElse(System.getenv("NODE_ENV"), "development");
    for (var name :
        List.of(
            "process.env.NODE_ENV",
            "global.process.env.NODE_ENV",
            "globalThis.process.env.NODE_ENV")) {
      if (!options.define().containsKey(name)) {
        flags.add("--define:" + name + "=\"" + mode + "\"");
      }
    }
    options.define().forEach((name, value) -> flags.add("--define:" + name + "=" + value));
    if (options.tsconfig() != null) {
      flags.add("--tsconfig=" + options.tsconfig());
    }
    if (options.output().minify()) {
      flags.add("--minify");
    }
    return flags;
  }

  private void requireEntry() throws BundleException {
    if (!Files.isRegularFile(options.entry())) {
      var what =
          Files.isDirectory(options.entry()) ? "is a directory, not a file" : "does not exist";
      throw new BundleException(
          List.of(
              BundleMessage.of(
                  "The Worker's entry %s %s. Let \"main\" in the wrangler configuration name the file that exports the Worker."
                      .formatted(options.entry(), what))),
          options.projectDir());
    }
  }

  private Set<Path> withPlacesOf(List<BundleMessage> errors) {
    var files = new LinkedHashSet<>(watched);
    for (var error : errors) {
      var place = error.place();
      if (place != null) {
        files.add(place.file());
        var unresolved = UNRESOLVED.matcher(error.text());
        if (unresolved.find()) {
          files.add(place.file().resolveSibling(unresolved.group(1)).normalize());
        }
      }
    }
    return Set.copyOf(files);
  }

  private List<BundleMessage> messages(List<BuildOutput.Message> messages) {
    return messages.stream()
        .map(message -> BundleMessage.of(message, options.projectDir()))
        .toList();
  }

  private static BuildOutput.File file(BuildOutput output, String suffix) {
    return output.files().stream()
        .filter(file -> file.path().endsWith(suffix))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("esbuild built no *" + suffix));
  }

  /** Modules may change under the names that the code has for them. */
  private static String fingerprint(List<AdditionalModule> modules) {
    return modules.stream()
        .map(module -> module.specifier() + Arrays.hashCode(module.content()))
        .collect(Collectors.joining(" "));
  }

  /** A bundle has all in one place; a module that is none keeps its distance to the others. */
  private String moduleName() {
    var root = options.additional().root();
    return !options.output().isBundle() && options.entry().startsWith(root)
        ? stem(root.relativize(options.entry())) + ".mjs"
        : String.valueOf(outputPath.getFileName());
  }

  private static String stem(Path entry) {
    var name = entry.isAbsolute() ? String.valueOf(entry.getFileName()) : entry.toString();
    var dot = name.lastIndexOf('.');
    return dot <= name.lastIndexOf('/') + 1 ? name : name.substring(0, dot);
  }
}
