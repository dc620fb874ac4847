package dev.durascope.runtime.bundle;

import dev.durascope.model.compatibility.EnabledFlags;
import dev.durascope.model.config.EffectiveConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to bundle and how, in the words of a wrangler configuration. Start with {@link #of} and
 * refine.
 *
 * @param entry the Worker's entry ({@code main}), absolute
 * @param projectDir where the configuration is: relative paths, aliases and the virtual output
 *     start there; absolute
 * @param rules the project's module rules; the defaults follow them by themselves
 * @param alias import paths replaced as a whole, resolved from the project's directory
 * @param define expressions replaced by JavaScript source
 * @param tsconfig the TypeScript configuration instead of the nearest {@code tsconfig.json}
 * @param output what the module that is built looks like
 * @param additional which files are modules beside it, imported or not
 * @param nodejsCompat how Node.js's modules may be named
 */
public record BundleOptions(
    Path entry,
    Path projectDir,
    List<ModuleRule> rules,
    Map<String, String> alias,
    Map<String, String> define,
    @Nullable Path tsconfig,
    OutputForm output,
    AdditionalFiles additional,
    NodejsCompat nodejsCompat) {

  public BundleOptions {
    if (!entry.isAbsolute() || !projectDir.isAbsolute()) {
      throw new IllegalArgumentException(
          "entry and project must be absolute: " + entry + ", " + projectDir);
    }
    entry = entry.normalize();
    projectDir = projectDir.normalize();
    rules = List.copyOf(rules);
    alias = Map.copyOf(alias);
    define = Map.copyOf(define);
    for (var name : define.keySet()) {
      if (name.indexOf('=') >= 0) {
        throw new IllegalArgumentException("a name in \"define\" must be an identifier: " + name);
      }
    }
  }

  /** The options of a project that configures nothing. */
  public static BundleOptions of(Path entry, Path projectDir) {
    return new BundleOptions(
        entry,
        projectDir,
        List.of(),
        Map.of(),
        Map.of(),
        null,
        OutputForm.BUNDLE,
        AdditionalFiles.ONLY_IMPORTED,
        NodejsCompat.NONE);
  }

  /** The options that a project's configuration asks for. */
  public static BundleOptions of(EffectiveConfig config) throws BundleException {
    var file = config.configFile();
    if (config.main().isEmpty()) {
      throw new BundleException(
          file + " names no entry. Add \"main\", the file that exports the Worker.", null);
    }
    return of(config, config.main().get());
  }

  /**
   * The options that a project's configuration asks for, with an entry of one's own.
   *
   * @param entry absolute
   */
  public static BundleOptions of(EffectiveConfig config, Path entry) throws BundleException {
    var file = config.configFile();
    var rules = new ArrayList<ModuleRule>();
    for (var rule : config.rules()) {
      try {
        rules.add(new ModuleRule(ModuleType.of(rule.type()), rule.globs(), rule.fallthrough()));
      } catch (IllegalArgumentException e) {
        throw new BundleException(file + ": " + e.getMessage(), e);
      }
    }
    return new BundleOptions(
        entry,
        config.directory(),
        rules,
        config.alias(),
        config.define(),
        config.tsconfig().orElse(null),
        OutputForm.of(config.bundling()),
        AdditionalFiles.of(config.bundling(), entry),
        NodejsCompat.of(EnabledFlags.of(config.compatibilityDate(), config.compatibilityFlags())));
  }

  public BundleOptions withRules(List<ModuleRule> rules) {
    return new BundleOptions(
        entry, projectDir, rules, alias, define, tsconfig, output, additional, nodejsCompat);
  }

  public BundleOptions withAlias(Map<String, String> alias) {
    return new BundleOptions(
        entry, projectDir, rules, alias, define, tsconfig, output, additional, nodejsCompat);
  }

  public BundleOptions withDefine(Map<String, String> define) {
    return new BundleOptions(
        entry, projectDir, rules, alias, define, tsconfig, output, additional, nodejsCompat);
  }

  public BundleOptions withTsconfig(Path tsconfig) {
    return new BundleOptions(
        entry, projectDir, rules, alias, define, tsconfig, output, additional, nodejsCompat);
  }

  public BundleOptions withNodejsCompat(NodejsCompat nodejsCompat) {
    return new BundleOptions(
        entry, projectDir, rules, alias, define, tsconfig, output, additional, nodejsCompat);
  }
}
