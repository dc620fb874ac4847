package dev.durascope.languageserver.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.languageserver.analysis.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real repositories, made by JGit. */
class GitBaselinesTest {

  private static final PersonIdent SOMEBODY = new PersonIdent("somebody", "somebody@example.com");

  @TempDir Path temporary;
  private Path directory;
  private Path project;

  @BeforeEach
  void makeFolder() throws IOException {
    OwnSettings.install();
    directory = temporary.toRealPath();
    project = Files.createDirectories(directory.resolve("project"));
  }

  private void write(String file, String text) throws IOException {
    var path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Git init() throws GitAPIException {
    return Git.init().setDirectory(project.toFile()).setInitialBranch("main").call();
  }

  private String commit(Git git) throws GitAPIException {
    git.add().addFilepattern(".").call();
    git.add().addFilepattern(".").setUpdate(true).call();
    return git.commit()
        .setMessage("a state")
        .setAuthor(SOMEBODY)
        .setCommitter(SOMEBODY)
        .setSign(false)
        .call()
        .getName();
  }

  private static Optional<String> text(Optional<Baseline> baseline, Path file) {
    return baseline.flatMap(state -> state.files().read(file));
  }

  private Optional<String> configAt(String revision) {
    try (var baselines = GitBaselines.of(revision)) {
      var config = project.resolve("wrangler.toml");
      return text(baselines.of(config), config);
    }
  }

  @Test
  void theLastCommitCountsAndNotTheDisk() throws Exception {
    try (var git = init();
        var baselines = GitBaselines.lastCommit()) {
      var config = project.resolve("worker/wrangler.toml");
      write("worker/wrangler.toml", "name = 'é'");
      assertThat(baselines.of(config)).as("before the first commit").isEmpty();
      write("worker/src/index.ts", "export class Room {}");
      write("worker/node_modules/chat/index.js", "export class Chat {}");
      write(".gitignore", "node_modules");
      commit(git);
      write("worker/wrangler.toml", "name = 'changed'");
      write("worker/new.ts", "");
      var state = baselines.of(config).orElseThrow();
      assertThat(state.revision()).isEqualTo("HEAD");
      assertThat(state.isNamed()).isFalse();
      assertThat(state.files().read(config)).contains("name = 'é'");
      var worker = project.resolve("worker");
      assertThat(state.files().isFile(worker.resolve("src/index.ts"))).isTrue();
      assertThat(state.files().isFile(worker.resolve("src"))).isFalse();
      assertThat(state.files().isFile(worker.resolve("new.ts"))).isFalse();
      assertThat(state.files().isFile(directory.resolve("elsewhere.ts"))).isFalse();
      assertThat(state.files().read(worker.resolve("node_modules/chat/index.js"))).isPresent();
      commit(git);
      assertThat(text(baselines.of(config), config)).contains("name = 'changed'");
      assertThat(baselines.of(worker.resolve("wrangler.staging.toml"))).isEmpty();
    }
  }

  @Test
  void revisionsByAllTheirNames() throws Exception {
    try (var git = init()) {
      write("wrangler.toml", "# one");
      var first = commit(git);
      git.tag().setName("v1.0").setAnnotated(false).call();
      write("wrangler.toml", "# two");
      commit(git);
      git.branchCreate().setName("deployed").call();
      write("wrangler.toml", "# three");
      commit(git);
      git.getRepository().updateRef("refs/remotes/origin/main").link("refs/heads/deployed");
      assertThat(configAt("HEAD")).contains("# three");
      assertThat(configAt("HEAD~1")).contains("# two");
      assertThat(configAt("deployed")).contains("# two");
      assertThat(configAt("origin/main")).contains("# two");
      assertThat(configAt("v1.0")).contains("# one");
      assertThat(configAt(first.substring(0, 10))).contains("# one");
      assertThat(configAt("nowhere")).isEmpty();
      git.gc().call();
      assertThat(configAt("HEAD~2")).as("from a pack").contains("# one");
    }
  }

  @Test
  void aRevisionThatIsNotThereIsNamed() throws Exception {
    try (var baselines = GitBaselines.of("origin/main")) {
      assertThatThrownBy(() -> baselines.require(project))
          .isInstanceOf(UnknownRevision.class)
          .hasMessage(
              "there is no git repository around %s, so there is no revision \"origin/main\"",
              project);
      try (var git = init()) {
        write("wrangler.toml", "");
        commit(git);
        assertThatThrownBy(() -> baselines.require(project))
            .hasMessage(
                "the git repository in %s has no commit \"origin/main\"; a shallow clone has only"
                    + " the last ones",
                project);
      }
    }
    try (var syntax = GitBaselines.of("@{upstream}^{tree}..x")) {
      assertThatThrownBy(() -> syntax.require(project)).isInstanceOf(UnknownRevision.class);
    }
  }

  /** {@code git worktree add} makes these files; JGit has no command for it. */
  @Test
  void linkedWorktreesHaveTheirOwnHead() throws Exception {
    try (var git = init();
        var baselines = GitBaselines.lastCommit()) {
      write("wrangler.toml", "# one");
      var first = commit(git);
      write("wrangler.toml", "# two");
      commit(git);
      var linked = Files.createDirectories(directory.resolve("linked"));
      var data = Files.createDirectories(project.resolve(".git/worktrees/linked"));
      Files.writeString(data.resolve("HEAD"), first + "\n");
      Files.writeString(data.resolve("commondir"), "../..\n");
      Files.writeString(data.resolve("gitdir"), linked.resolve(".git") + "\n");
      Files.writeString(linked.resolve(".git"), "gitdir: " + data + "\n");
      var config = linked.resolve("wrangler.toml");
      assertThat(text(baselines.of(config), config)).contains("# one");
    }
  }

  @Test
  void submodulesAreRepositoriesOfTheirOwn() throws Exception {
    try (var inner = init()) {
      write("wrangler.toml", "# inner");
      commit(inner);
    }
    var outer = Files.createDirectories(directory.resolve("outer"));
    try (var git = Git.init().setDirectory(outer.toFile()).call();
        var module = git.submoduleAdd().setPath("inner").setURI(project.toUri().toString()).call();
        var baselines = GitBaselines.lastCommit()) {
      assertThat(module).isNotNull();
      assertThat(outer.resolve("inner/.git")).isRegularFile();
      var config = outer.resolve("inner/wrangler.toml");
      assertThat(text(baselines.of(config), config)).contains("# inner");
    }
  }

  @Test
  void shallowClonesHaveTheirLastCommit() throws Exception {
    try (var git = init()) {
      write("wrangler.toml", "# one");
      commit(git);
      write("wrangler.toml", "# two");
      commit(git);
    }
    var origin = project.toUri().toString();
    project = directory.resolve("shallow");
    Git.cloneRepository().setURI(origin).setDirectory(project.toFile()).setDepth(1).call().close();
    assertThat(configAt("HEAD")).contains("# two");
    assertThat(configAt("HEAD~1")).isEmpty();
  }

  @Test
  void aConfigurationThatWasConvertedIsFollowed() throws Exception {
    try (var git = init();
        var baselines = GitBaselines.lastCommit()) {
      write("wrangler.toml", "name = 'x'");
      write("other/wrangler.toml", "name = 'y'");
      commit(git);
      Files.delete(project.resolve("wrangler.toml"));
      write("wrangler.jsonc", "{}");
      write("wrangler.staging.jsonc", "{}");
      write("other/wrangler.jsonc", "{}");
      assertThat(baselines.of(project.resolve("wrangler.jsonc")).map(Baseline::config))
          .contains(project.resolve("wrangler.toml"));
      assertThat(baselines.of(project.resolve("wrangler.staging.jsonc"))).isEmpty();
      assertThat(baselines.of(project.resolve("other/wrangler.jsonc"))).isEmpty();
    }
  }

  /** What cannot be read is nothing to compare with, and no failure. */
  @Test
  void whatCannotBeReadIsPassedOver() throws Exception {
    try (var git = init()) {
      write("wrangler.toml", "# one");
      write("binary.toml", "");
      Files.write(project.resolve("binary.toml"), new byte[] {(byte) 0xC3, 0x28});
      commit(git);
      Files.createSymbolicLink(project.resolve("link.toml"), Path.of("wrangler.toml"));
      commit(git);
      try (var baselines = GitBaselines.lastCommit()) {
        var state = baselines.of(project.resolve("wrangler.toml")).orElseThrow();
        assertThat(state.files().read(project.resolve("binary.toml"))).isEmpty();
        assertThat(state.files().isFile(project.resolve("link.toml"))).isFalse();
      }
      try (Stream<Path> objects = Files.walk(project.resolve(".git/objects"))) {
        for (var object : objects.filter(Files::isRegularFile).toList()) {
          Files.delete(object);
        }
      }
      assertThat(configAt("HEAD")).as("objects are missing").isEmpty();
    }
    Files.writeString(project.resolve(".git/config"), "[core]\n repositoryformatversion = 9\n");
    assertThat(configAt("HEAD")).as("a format to come").isEmpty();
    Files.writeString(project.resolve(".git/config"), "[[[");
    assertThat(configAt("HEAD")).as("broken settings").isEmpty();
  }

  @Test
  void nothingIsWrittenToTheRepository() throws Exception {
    try (var git = init()) {
      write("wrangler.toml", "# one");
      commit(git);
    }
    var before = files();
    assertThat(configAt("HEAD")).isPresent();
    assertThat(files()).isEqualTo(before);
  }

  private String files() throws IOException {
    try (var all = Files.walk(project)) {
      var list = new StringBuilder();
      for (var file : all.sorted().toList()) {
        list.append(file).append(' ').append(Files.getLastModifiedTime(file)).append('\n');
      }
      return list.toString();
    }
  }
}
