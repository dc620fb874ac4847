package dev.durascope.runtime.bundle;

import dev.durascope.runtime.bundle.esbuild.BuildRequest.LoadHook;
import dev.durascope.runtime.bundle.esbuild.BuildRequest.ResolveHook;
import dev.durascope.runtime.bundle.esbuild.ResolveAnswer;
import dev.durascope.runtime.bundle.esbuild.ResolveQuestion;
import dev.durascope.runtime.bundle.esbuild.ResolveQuestion.Resolution;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Imports of Node.js's modules.
 *
 * <p>With {@code nodejs_compat} the runtime has them: both {@code events} and {@code node:events}
 * become an import of {@code node:events}. Without the flag, or with a date before bare names meant
 * these modules, a bare name may still be a package of the project's, {@code buffer} for one; where
 * it is none, the error says what is missing. A name with the prefix stays an import, since a few
 * work without the flag, and the runtime judges it.
 *
 * <p>A {@code require} of such a module cannot stay in an ES module, so it becomes a small CommonJS
 * module that imports.
 */
final class NodeImports {
  private static final String REQUIRED = "node-required";
  private static final String PREFIX = "node:";

  private final BundleOptions options;

  NodeImports(BundleOptions options) {
    this.options = options;
  }

  List<ResolveHook> resolvers() {
    var names = NodeBuiltins.BARE_NAMES.stream().sorted().collect(Collectors.joining("|"));
    return List.of(new ResolveHook("^(node:.+|(" + names + ")/?)$", this::resolve));
  }

  List<LoadHook> loaders() {
    return List.of(
        new LoadHook(
            REQUIRED,
            path -> "import module_ from '%s';\nmodule.exports = module_;\n".formatted(path)));
  }

  private ResolveAnswer resolve(ResolveQuestion question) throws InterruptedException {
    var path = question.path();
    if (path.startsWith(PREFIX)) {
      return builtin(path, question);
    }
    var full = options.nodejsCompat() == NodejsCompat.FULL;
    if (!path.endsWith("/") && full) {
      return builtin(PREFIX + path, question);
    }
    var from =
        question.resolveDir().isEmpty() ? options.projectDir() : Path.of(question.resolveDir());
    return switch (question.resolver().resolve(path, from)) {
      case Resolution.Found found -> new ResolveAnswer.Pass();
      case Resolution.External external -> new ResolveAnswer.Pass();
      case Resolution.NotFound missing when full ->
          builtin(PREFIX + path.substring(0, path.length() - 1), question);
      case Resolution.NotFound missing ->
          new ResolveAnswer.Failure(
              "\"%s\" is a module of Node.js, and no package of that name is installed"
                  .formatted(path),
              List.of(remedy(path)));
    };
  }

  private String remedy(String path) {
    return switch (options.nodejsCompat()) {
      case NONE ->
          "Add \"nodejs_compat\" to compatibility_flags in the wrangler configuration to use it.";
      case PREFIXED, FULL ->
          "Write \"node:%s\", or set compatibility_date to %s or later in the wrangler configuration."
              .formatted(path, NodejsCompat.fullSince());
    };
  }

  private static ResolveAnswer builtin(String specifier, ResolveQuestion question) {
    return question.isRequire()
        ? new ResolveAnswer.Virtual(REQUIRED, specifier)
        : new ResolveAnswer.External(specifier);
  }
}
