package dev.durascope.languageserver.git;

import dev.durascope.languageserver.analysis.Baseline;
import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.modules.DiskFiles;
import dev.durascope.model.modules.ModuleCache;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One repository, and what its files were at a revision. The commit is looked up anew each time;
 * what was read of it is kept until that is another one.
 */
final class CommittedState implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(CommittedState.class.getName());

  private final Repository repository;
  private final Path root;
  private final ModuleCache modules = new ModuleCache();
  private @Nullable ObjectId commit;
  private @Nullable CommittedFiles files;

  private CommittedState(Repository repository, Path root) {
    this.repository = repository;
    this.root = root;
  }

  /** Opens the repository whose files are checked out into {@code root}. */
  static Optional<CommittedState> open(Path root) {
    OwnSettings.install();
    try {
      var builder = new FileRepositoryBuilder().setMustExist(true).findGitDir(root.toFile());
      return builder.getGitDir() == null
          ? Optional.empty()
          : Optional.of(new CommittedState(builder.build(), root));
    } catch (IOException | RuntimeException unreadable) {
      // Another format than JGit knows, a broken file: nothing to compare with, and no fault.
      LOG.log(Level.DEBUG, "cannot read the repository in " + root, unreadable);
      return Optional.empty();
    }
  }

  /** Whether {@code revision} is a commit here. */
  boolean has(String revision) {
    return resolve(revision).isPresent();
  }

  Optional<Baseline> baseline(Path config, String revision, boolean isNamed) {
    var found = resolve(revision);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      var then = at(found.get());
      return committed(then, config)
          .map(file -> new Baseline(revision, isNamed, file, then, modules));
    } catch (IOException missing) {
      LOG.log(Level.DEBUG, "cannot read " + revision + " in " + root, missing);
      return Optional.empty();
    }
  }

  private CommittedFiles at(ObjectId wanted) throws IOException {
    var known = files;
    if (known == null || !wanted.equals(commit)) {
      try (var walk = new RevWalk(repository)) {
        var tree = walk.parseCommit(wanted).getTree().getId();
        known = new CommittedFiles(repository, root, tree, new DiskFiles());
      }
      modules.close();
      commit = wanted;
      files = known;
    }
    return known;
  }

  /**
   * The configuration as it was committed: the same file, or the one that a command would have
   * found in the folder, if that is gone and today's is the one that a command finds.
   */
  private static Optional<Path> committed(CommittedFiles then, Path config) {
    if (then.isFile(config)) {
      return Optional.of(config);
    }
    if (!ConfigFiles.NAMES.contains(String.valueOf(config.getFileName()))) {
      return Optional.empty();
    }
    return ConfigFiles.NAMES.stream()
        .map(config::resolveSibling)
        .filter(then::isFile)
        .filter(former -> !Files.exists(former))
        .findFirst();
  }

  private Optional<ObjectId> resolve(String revision) {
    try {
      return Optional.ofNullable(repository.resolve(revision + "^{commit}"));
    } catch (IOException | RevisionSyntaxException none) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    modules.close();
    repository.close();
  }
}
