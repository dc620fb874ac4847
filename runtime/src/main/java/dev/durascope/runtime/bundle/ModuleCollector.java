package dev.durascope.runtime.bundle;

import dev.durascope.runtime.bundle.esbuild.BuildRequest.ResolveHook;
import dev.durascope.runtime.bundle.esbuild.ResolveAnswer;
import dev.durascope.runtime.bundle.esbuild.ResolveQuestion;
import dev.durascope.runtime.bundle.esbuild.ResolveQuestion.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/**
 * Keeps what is not JavaScript out of the bundle: an import that a module rule matches stays an
 * import, of a specifier made from the file's contents, and the file becomes an {@link
 * AdditionalModule}.
 *
 * <p>Rules match the import's path as it is written. The first rule of a type ends that type unless
 * it falls through; a later one, the defaults among them, is then out of force, and an import that
 * only such a rule matches is an error, since the author most likely expects it to work.
 *
 * <p>esbuild asks about each import in each build, also in a repeated one, so collecting starts
 * anew with {@link #restart}.
 */
final class ModuleCollector {
  private static final int HASH_HEX_DIGITS = 20;

  /** What leads a path out of its directory, which a name beside the bundle cannot have. */
  private static final Pattern UP = Pattern.compile("^(\\.{0,2}/)+");

  private final BundleOptions options;
  private final Map<String, AdditionalModule> modules = new ConcurrentSkipListMap<>();

  ModuleCollector(BundleOptions options) {
    this.options = options;
  }

  /** Forgets the modules of the last build, and looks for those that need not be imported. */
  void restart() throws BundleException {
    modules.clear();
    try {
      options
          .additional()
          .read(ModuleRule.inForce(options.rules()), options.entry())
          .forEach(module -> modules.put(module.specifier(), module));
    } catch (IOException e) {
      throw new BundleException(
          "The additional modules beneath " + options.additional().root() + " cannot be read: " + e,
          e);
    }
  }

  /** The modules that this build imports, in the order of their specifiers. */
  List<AdditionalModule> modules() {
    return List.copyOf(modules.values());
  }

  List<ResolveHook> resolvers() {
    var hooks = new ArrayList<ResolveHook>();
    var outOfForce = new ArrayList<ResolveHook>();
    var rules = new ArrayList<>(options.rules());
    rules.addAll(ModuleRule.DEFAULTS);
    var inForce = ModuleRule.inForce(options.rules());
    for (var rule : rules) {
      if (rule.type().isJavaScript() && !options.additional().find()) {
        continue;
      }
      for (var glob : rule.globs()) {
        var filter = ModuleRule.regex(glob);
        if (rule.type().isJavaScript()) {
          hooks.add(new ResolveHook(filter, this::keepFound));
        } else if (inForce.contains(rule)) {
          hooks.add(new ResolveHook(filter, question -> collect(question, rule.type())));
        } else {
          outOfForce.add(new ResolveHook(filter, question -> refuse(question, rule, glob)));
        }
      }
    }
    hooks.addAll(outOfForce);
    return hooks;
  }

  /** JavaScript that was found beforehand stays outside; other JavaScript is bundled. */
  private ResolveAnswer keepFound(ResolveQuestion question) throws InterruptedException {
    var from =
        question.resolveDir().isEmpty() ? options.projectDir() : Path.of(question.resolveDir());
    return question.resolver().resolve(question.path(), from) instanceof Resolution.Found(Path file)
            && isFound(file)
        ? new ResolveAnswer.External(options.additional().nameOf(file))
        : new ResolveAnswer.Pass();
  }

  private boolean isFound(Path file) {
    return file.startsWith(options.additional().root())
        && modules.containsKey(options.additional().nameOf(file));
  }

  private ResolveAnswer collect(ResolveQuestion question, ModuleType type)
      throws InterruptedException {
    var query = question.path().indexOf('?');
    var path = query < 0 ? question.path() : question.path().substring(0, query);
    var from =
        question.resolveDir().isEmpty() ? options.projectDir() : Path.of(question.resolveDir());
    return switch (question.resolver().resolve(path, from)) {
      case Resolution.Found(Path file) -> add(path, file, type);
      case Resolution.External(String specifier) -> new ResolveAnswer.External(specifier);
      case Resolution.NotFound(String reason) -> {
        // esbuild takes "assets/page.html" for a package; beside the importer it is a file all the
        // same.
        var beside = from.resolve(path);
        yield Files.isRegularFile(beside) ? add(path, beside, type) : ResolveAnswer.failure(reason);
      }
    };
  }

  private ResolveAnswer add(String path, Path file, ModuleType type) {
    if (isFound(file)) {
      return new ResolveAnswer.External(options.additional().nameOf(file));
    }
    try {
      var content = Files.readAllBytes(file);
      var specifier =
          options.additional().preserveNames()
              ? "./" + UP.matcher(path).replaceFirst("")
              : "./" + hash(content) + "-" + file.getFileName();
      modules.put(specifier, new AdditionalModule(specifier, type, file, content));
      return new ResolveAnswer.External(specifier);
    } catch (IOException e) {
      return ResolveAnswer.failure("cannot read " + file + ": " + e.getMessage());
    }
  }

  private static ResolveAnswer refuse(ResolveQuestion question, ModuleRule rule, String glob) {
    return new ResolveAnswer.Failure(
        "\"%s\" matches the %s rule \"%s\", which an earlier %s rule puts out of force"
            .formatted(question.path(), rule.type().ruleName(), glob, rule.type().ruleName()),
        List.of(
            "Add fallthrough = true to the earlier rule in the wrangler configuration, or the glob"
                + " to its globs."));
  }

  private static String hash(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, HASH_HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
