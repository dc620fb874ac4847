package dev.durascope.languageserver.server;

import dev.durascope.languageserver.settings.Settings;
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
 * What the editor has told so far: the open buffers, the workspace's folders, what it can do, what
 * its user has set. Immutable; each notification makes the next one.
 *
 * @param generation grows when something changes that is no typing: what is on the disk, which
 *     folders there are, what is set
 */
record Snapshot(
    Map<Path, Buffer> buffers,
    List<Path> roots,
    Abilities abilities,
    Settings settings,
    int generation) {

  /**
   * An open document.
   *
   * @param uri as the client writes it, to speak to the client about it
   */
  record Buffer(String uri, int version, String text) {}

  static final Snapshot EMPTY =
      new Snapshot(Map.of(), List.of(), Abilities.NONE, Settings.DEFAULT, 0);

  Snapshot {
    buffers = Map.copyOf(buffers);
    roots = List.copyOf(roots);
  }

  Snapshot with(Abilities newAbilities) {
    return new Snapshot(buffers, roots, newAbilities, settings, generation);
  }

  Snapshot with(Settings newSettings) {
    return new Snapshot(buffers, roots, abilities, newSettings, generation + 1);
  }

  /** The same, knowing that something on the disk is not what it was. */
  Snapshot afterOutsideChange() {
    return new Snapshot(buffers, roots, abilities, settings, generation + 1);
  }

  Snapshot withRoots(List<Path> newRoots) {
    return new Snapshot(buffers, newRoots, abilities, settings, generation + 1);
  }

  Snapshot with(Path path, Buffer buffer) {
    var next = new LinkedHashMap<>(buffers);
    next.put(path, buffer);
    return new Snapshot(next, roots, abilities, settings, generation);
  }

  Snapshot without(Path path) {
    var next = new LinkedHashMap<>(buffers);
    next.remove(path);
    return new Snapshot(next, roots, abilities, settings, generation + 1);
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
