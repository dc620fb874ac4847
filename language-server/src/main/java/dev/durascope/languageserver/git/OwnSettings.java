package dev.durascope.languageserver.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Lets JGit read repositories and nothing else of the machine. By itself it starts {@code git} to
 * find the system's settings, and writes files beside the repository for a second or two to see how
 * exact the disk's clock is: both are for those who write.
 */
final class OwnSettings extends SystemReader.Delegate {

  /** How exact files' times are taken to be: what is younger is read again. */
  private static final String RESOLUTION = "2 s";

  private OwnSettings(SystemReader machine) {
    super(machine);
  }

  static void install() {
    if (!(SystemReader.getInstance() instanceof OwnSettings)) {
      SystemReader.setInstance(new OwnSettings(SystemReader.getInstance()));
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Fixed(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Fixed(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Fixed(parent, fs);
  }

  @Override
  public StoredConfig getUserConfig() {
    return new Fixed(null, FS.DETECTED);
  }

  @Override
  public StoredConfig getSystemConfig() {
    return new Fixed(null, FS.DETECTED);
  }

  @Override
  public StoredConfig getJGitConfig() {
    return new Fixed(null, FS.DETECTED);
  }

  /** Settings that no file has. */
  private static final class Fixed extends FileBasedConfig {

    Fixed(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public String getString(String section, String subsection, String name) {
      return section.equals("filesystem") ? RESOLUTION : super.getString(section, subsection, name);
    }

    @Override
    public void load() {
      // There is nothing to load.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public void save() {
      // Nothing is kept.
    }
  }
}
