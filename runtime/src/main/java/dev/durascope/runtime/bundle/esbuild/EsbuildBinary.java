package dev.durascope.runtime.bundle.esbuild;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the esbuild executable is.
 *
 * <p>Linux on x86-64 has it on the class path, inside a jar; it is unpacked once into a directory
 * of the user's own, under a name that carries its version. The file appears there by an atomic
 * rename, so that two processes that start together never see half of one, and its size is compared
 * with the jar's at every start, so that a full disk does not haunt later runs.
 *
 * <p>Elsewhere the project most likely has it: wrangler and most bundlers depend on esbuild, whose
 * executable is the npm package {@code @esbuild/<platform>}. Only the very {@link #VERSION} will
 * do, since the service's protocol is private to a version.
 */
public final class EsbuildBinary {
  /** The version that is spoken to. A test compares it with the jar's. */
  public static final String VERSION = "0.25.10";

  private static final Pattern PACKAGE_VERSION =
      Pattern.compile("\"version\"\\s*:\\s*\"([^\"]+)\"");

  private EsbuildBinary() {}

  /**
   * The executable for this machine, from the class path or else from the project's {@code
   * node_modules}.
   */
  public static Path locate(Path projectDir) throws IOException {
    return locate(projectDir, Platform.current(), cacheDirectory());
  }

  static Path locate(Path projectDir, Platform platform, Path cacheDirectory) throws IOException {
    var packed = EsbuildBinary.class.getClassLoader().getResource(platform.resource());
    if (packed != null) {
      return unpack(packed, platform, cacheDirectory);
    }
    var wrongVersions = new ArrayList<String>();
    for (var dir = projectDir.toAbsolutePath(); dir != null; dir = dir.getParent()) {
      for (var modules :
          List.of(
              "node_modules",
              "node_modules/esbuild/node_modules",
              "node_modules/wrangler/node_modules")) {
        var home = dir.resolve(modules).resolve("@esbuild").resolve(platform.name());
        var version = versionOf(home);
        if (VERSION.equals(version)) {
          return home.resolve(platform.executable());
        } else if (version != null) {
          wrongVersions.add(version);
        }
      }
    }
    throw new IOException(
        "No esbuild %s for %s: it is neither on the class path nor in the node_modules of %s or above%s. Remedy: npm install --save-dev esbuild@%s"
            .formatted(
                VERSION,
                platform.name(),
                projectDir,
                wrongVersions.isEmpty()
                    ? ""
                    : " (found there: " + String.join(", ", wrongVersions) + ")",
                VERSION));
  }

  private static Path unpack(URL packed, Platform platform, Path cacheDirectory)
      throws IOException {
    var connection = packed.openConnection();
    var size = connection.getContentLengthLong();
    var name = "esbuild-" + VERSION + "-" + platform.name() + (platform.windows() ? ".exe" : "");
    var target = cacheDirectory.resolve(name);
    if (isIntact(target, size)) {
      return target;
    }
    Files.createDirectories(cacheDirectory);
    var partial = Files.createTempFile(cacheDirectory, name, ".partial");
    try (InputStream in = connection.getInputStream()) {
      Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
      if (!platform.windows() && !partial.toFile().setExecutable(true, false)) {
        throw new IOException("cannot make " + partial + " executable");
      }
      if (!isIntact(partial, size)) {
        throw new IOException(
            "unpacking esbuild to " + partial + " stopped short: is the disk full?");
      }
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
    return target;
  }

  private static boolean isIntact(Path file, long size) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) == size
        && Files.isExecutable(file);
  }

  private static @Nullable String versionOf(Path packageHome) throws IOException {
    var manifest = packageHome.resolve("package.json");
    if (!Files.isRegularFile(manifest)) {
      return null;
    }
    var match = PACKAGE_VERSION.matcher(Files.readString(manifest));
    return match.find() ? match.group(1) : null;
  }

  private static Path cacheDirectory() {
    var home = Path.of(System.getProperty("user.home"));
    if (Platform.current().windows()) {
      var local = System.getenv("LOCALAPPDATA");
      return (local == null ? home.resolve("AppData/Local") : Path.of(local)).resolve("durascope");
    }
    if (Platform.current().name().startsWith("darwin")) {
      return home.resolve("Library/Caches/durascope");
    }
    var cache = System.getenv("XDG_CACHE_HOME");
    return (cache == null || cache.isEmpty() ? home.resolve(".cache") : Path.of(cache))
        .resolve("durascope");
  }

  /** A platform by the name that esbuild's npm packages give it, such as {@code linux-x64}. */
  record Platform(String name) {

    static Platform current() {
      return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String osName, String osArch) {
      var os = osName.toLowerCase(Locale.ROOT);
      var system =
          os.startsWith("mac")
              ? "darwin"
              : os.startsWith("windows") ? "win32" : os.replace(" ", "");
      var processor =
          switch (osArch) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64" -> "arm64";
            case "x86", "i386" -> "ia32";
            default -> osArch;
          };
      return new Platform(system + "-" + processor);
    }

    boolean windows() {
      return name.startsWith("win32");
    }

    String executable() {
      return windows() ? "esbuild.exe" : "bin/esbuild";
    }

    String resource() {
      return "META-INF/resources/_static/" + name + "/" + VERSION + "/" + executable();
    }
  }
}
