package dev.durascope.languageserver.git;

import dev.durascope.model.modules.SourceFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files of one commit, at the paths that they have when it is checked out.
 *
 * <p>Installed packages are seldom committed and change little; those of today stand in for those
 * of then. An object that the repository lacks (a clone may leave some on the server) is a file
 * that cannot be read.
 */
final class CommittedFiles implements SourceFiles {

  private final Repository repository;
  private final Path root;
  private final ObjectId tree;
  private final SourceFiles installed;
  private final Map<Path, Optional<ObjectId>> blobs = new HashMap<>();
  private final Map<Path, Optional<String>> texts = new HashMap<>();

  /**
   * @param root the folder that the commit's files are checked out into
   * @param installed where packages are read
   */
  CommittedFiles(Repository repository, Path root, ObjectId tree, SourceFiles installed) {
    this.repository = repository;
    this.root = root;
    this.tree = tree;
    this.installed = installed;
  }

  @Override
  public boolean isFile(Path file) {
    return blob(file).isPresent() || (isInstalled(file) && installed.isFile(file));
  }

  @Override
  public Optional<String> read(Path file) {
    var known = texts.get(file);
    if (known == null) {
      var blob = blob(file);
      known = blob.isPresent() ? text(blob.get()) : Optional.empty();
      texts.put(file, known);
    }
    return known.isEmpty() && isInstalled(file) ? installed.read(file) : known;
  }

  private Optional<ObjectId> blob(Path file) {
    var known = blobs.get(file);
    if (known == null) {
      known = find(file);
      blobs.put(file, known);
    }
    return known;
  }

  private Optional<ObjectId> find(Path file) {
    if (!file.startsWith(root) || file.equals(root)) {
      return Optional.empty();
    }
    var path = root.relativize(file).toString().replace('\\', '/');
    try (var walk = TreeWalk.forPath(repository, path, tree)) {
      return walk != null && (walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE
          ? Optional.of(walk.getObjectId(0))
          : Optional.empty();
    } catch (IOException missing) {
      return Optional.empty();
    }
  }

  private Optional<String> text(ObjectId blob) {
    try {
      var loader = repository.open(blob);
      if (loader.getSize() > MAX_FILE_BYTES) {
        return Optional.empty();
      }
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(decoder.decode(ByteBuffer.wrap(loader.getBytes())).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    } catch (IOException missing) {
      return Optional.empty();
    }
  }

  private static boolean isInstalled(Path file) {
    for (var part : file) {
      if (part.toString().equals("node_modules")) {
        return true;
      }
    }
    return false;
  }
}
