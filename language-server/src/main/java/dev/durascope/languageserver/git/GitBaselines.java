package dev.durascope.languageserver.git;

import dev.durascope.languageserver.analysis.Baseline;
import dev.durascope.languageserver.analysis.Baselines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares configurations with what git has of them: with the last commit, or with a revision that
 * somebody names.
 *
 * <p>Silent where there is nothing to compare with: no repository, no commit yet, a configuration
 * that was never committed, an object that a partial clone lacks, a format that JGit does not know.
 * Linked worktrees and submodules are repositories like others; a shallow clone has its last
 * commit.
 */
public final class GitBaselines implements Baselines, AutoCloseable {

  private static final String LAST_COMMIT = "HEAD";

  /** Of the repository's files in a folder: absent where that cannot be read. */
  private final Map<Path, Optional<CommittedState>> repositories = new HashMap<>();

  private final String revision;
  private final boolean isNamed;

  private GitBaselines(String revision, boolean isNamed) {
    this.revision = revision;
    this.isNamed = isNamed;
  }

  /** The last commit, which may not be what is deployed. */
  public static GitBaselines lastCommit() {
    return new GitBaselines(LAST_COMMIT, false);
  }

  /** What somebody says is deployed. */
  public static GitBaselines of(String revision) {
    return new GitBaselines(revision, true);
  }

  /** Refuses a revision that the repository around {@code directory} does not have. */
  public void require(Path directory) throws UnknownRevision {
    var root = root(directory);
    if (root == null) {
      throw new UnknownRevision(
          "there is no git repository around %s, so there is no revision \"%s\""
              .formatted(directory, revision));
    }
    var state = repository(root);
    if (state.isEmpty()) {
      throw new UnknownRevision("the git repository in %s cannot be read".formatted(root));
    }
    if (!state.get().has(revision)) {
      throw new UnknownRevision(
          "the git repository in %s has no commit \"%s\"; a shallow clone has only the last ones"
              .formatted(root, revision));
    }
  }

  @Override
  public Optional<Baseline> of(Path config) {
    var root = root(config.getParent());
    return root == null
        ? Optional.empty()
        : repository(root).flatMap(state -> state.baseline(config, revision, isNamed));
  }

  private Optional<CommittedState> repository(Path root) {
    return repositories.computeIfAbsent(root, CommittedState::open);
  }

  /** The folder with {@code .git}: a directory, or the file of a worktree or submodule. */
  private static @Nullable Path root(@Nullable Path directory) {
    for (var at = directory; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    return null;
  }

  @Override
  public void close() {
    repositories.values().forEach(state -> state.ifPresent(CommittedState::close));
    repositories.clear();
  }
}
