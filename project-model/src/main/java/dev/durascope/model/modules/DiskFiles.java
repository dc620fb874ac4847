package dev.durascope.model.modules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The disk, with what was read kept for as long as a file's time and size stay the same, so that an
 * analysis after every keystroke costs a look at the file's attributes and not its content.
 */
public final class DiskFiles implements SourceFiles {

  private record Version(FileTime modified, long size, String text) {}

  private final Map<Path, Version> versions = new ConcurrentHashMap<>();

  @Override
  public Optional<String> read(Path file) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile() || attributes.size() > MAX_FILE_BYTES) {
        return Optional.empty();
      }
      var known = versions.get(file);
      if (known != null
          && known.modified().equals(attributes.lastModifiedTime())
          && known.size() == attributes.size()) {
        return Optional.of(known.text());
      }
      var text = Files.readString(file);
      versions.put(file, new Version(attributes.lastModifiedTime(), attributes.size(), text));
      return Optional.of(text);
    } catch (IOException unreadable) {
      versions.remove(file);
      return Optional.empty();
    }
  }

  @Override
  public List<Path> modulesUnder(Path directory) {
    return ModuleListing.of(directory);
  }

  @Override
  public List<Path> filesIn(Path directory) {
    try (var files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  @Override
  public boolean isFile(Path file) {
    return Files.isRegularFile(file);
  }
}
