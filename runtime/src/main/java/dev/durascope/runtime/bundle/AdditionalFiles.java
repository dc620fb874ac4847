package dev.durascope.runtime.bundle;

import dev.durascope.model.config.EffectiveConfig;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which files are modules beside the bundle, and what they are called.
 *
 * @param find whether all files beneath {@code root} that a rule matches are modules, so that an
 *     import with a computed name finds them ({@code find_additional_modules})
 * @param root where they are looked for, and what their names are relative to
 * @param preserveNames whether files that are imported keep the names of the imports
 */
public record AdditionalFiles(boolean find, Path root, boolean preserveNames) {
  /** Only what the bundle imports, under names made from the contents. */
  static final AdditionalFiles ONLY_IMPORTED = new AdditionalFiles(false, Path.of("/"), false);

  /** No module is looked for in these: what is installed is bundled, what wrangler wrote is not. */
  private static final Set<String> SKIPPED = Set.of(".git", ".wrangler", "node_modules");

  static AdditionalFiles of(EffectiveConfig.Bundling config, Path entry) {
    var beside = entry.getParent() == null ? entry : entry.getParent();
    return new AdditionalFiles(
        config.findAdditionalModules(),
        config.baseDir().orElse(beside).toAbsolutePath().normalize(),
        config.preserveFileNames());
  }

  /** The name of a module of this file, as an import from the root says it. */
  String nameOf(Path file) {
    return "./" + root.relativize(file).toString().replace('\\', '/');
  }

  /** Reads the files that a rule in force matches, the entry left out. */
  List<AdditionalModule> read(List<ModuleRule> rules, Path entry) throws IOException {
    if (!find) {
      return List.of();
    }
    var modules = new ArrayList<AdditionalModule>();
    for (var file : files()) {
      if (file.equals(entry)) {
        continue;
      }
      var name = nameOf(file);
      for (var rule : rules) {
        if (rule.globs().stream().map(AdditionalFiles::matcher).anyMatch(it -> it.test(name))) {
          modules.add(new AdditionalModule(name, rule.type(), file, Files.readAllBytes(file)));
          break;
        }
      }
    }
    return modules;
  }

  private List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return SKIPPED.contains(String.valueOf(directory.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    return files;
  }

  private static Predicate<String> matcher(String glob) {
    var pattern = Pattern.compile(ModuleRule.pathRegex(glob));
    return name -> pattern.matcher(name.substring(2)).matches();
  }
}
