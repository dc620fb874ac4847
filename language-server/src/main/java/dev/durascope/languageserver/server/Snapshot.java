package dev.durascope.languageserver.server;

import dev.durascope.model.config.ConfigFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the editor has told so far: the open buffers, the workspace's folders, what it can do.
 * Immutable; each notification makes the next one.
 */
record Snapshot(Map<Path, Buffer> buffers, List<Path> roots, Abilities abilities) {

  /**
   * An open document.
   *
   * @param uri as the client writes it, to speak to the client about it
   */
  record Buffer(String uri, int version, String text) {}

  static final Snapshot EMPTY = new Snapshot(Map.of(), List.of(), Abilities.NONE);

  Snapshot {
    buffers = Map.copyOf(buffers);
    roots = List.copyOf(roots);
  }

  Snapshot with(Abilities newAbilities) {
    return new Snapshot(buffers, roots, newAbilities);
  }

  Snapshot withRoots(List<Path> newRoots) {
    return new Snapshot(buffers, newRoots, abilities);
  }

  Snapshot with(Path path, Buffer buffer) {
    var next = new LinkedHashMap<>(buffers);
    next.put(path, buffer);
    return new Snapshot(next, roots, abilities);
  }

  Snapshot without(Path path) {
    var next = new LinkedHashMap<>(buffers);
    next.remove(path);
    return new Snapshot(next, roots, abilities);
  }

  Optional<Buffer> buffer(Path path) {
    return Optional.ofNullable(buffers.get(path));
  }

  Map<Path, String> texts() {
    return buffers.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().text()));
  }

  String uri(Path path) {
    return buffer(path).map(Buffer::uri).orElseGet(() -> Uris.of(path));
  }

  /**
   * The configurations to keep diagnostics for: the open ones, those in a workspace folder, and
   * those nearest above an open source file, because a change there may break them.
   */
  Set<Path> configs() {
    var configs = new LinkedHashSet<Path>();
    for (var path : buffers.keySet()) {
      if (ConfigFiles.isConfig(path)) {
        configs.add(path);
      } else {
        configs.addAll(nearest(path.getParent()));
      }
    }
    roots.forEach(root -> configs.addAll(list(root)));
    return configs;
  }

  /** The configurations that say something of {@code file}: itself, or those nearest above it. */
  Collection<Path> configsOf(Path file) {
    return ConfigFiles.isConfig(file) ? List.of(file) : nearest(file.getParent());
  }

  /** The same, and for a configuration those beside it, itself first. */
  Collection<Path> configsAround(Path file) {
    var configs = new LinkedHashSet<>(configsOf(file));
    configs.addAll(nearest(file.getParent()));
    return configs;
  }

  /** On disk, or in a buffer that is not saved yet. */
  private Collection<Path> nearest(@Nullable Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      var found = new LinkedHashSet<>(list(at));
      for (var path : buffers.keySet()) {
        if (ConfigFiles.isConfig(path) && at.equals(path.getParent())) {
          found.add(path);
        }
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<Path> list(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try {
      return ConfigFiles.list(directory);
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
