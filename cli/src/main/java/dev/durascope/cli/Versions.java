package dev.durascope.cli;

import dev.durascope.runtime.bundle.esbuild.EsbuildBinary;
import java.util.Objects;

/**
 * What {@code --version} says: our own version, and those of what a report of a fault should name.
 */
final class Versions {
  private Versions() {}

  static String text() {
    var own = Versions.class.getPackage().getImplementationVersion();
    return "durascope %s (esbuild %s, Java %s, %s %s)"
        .formatted(
            Objects.requireNonNullElse(own, "development"),
            EsbuildBinary.VERSION,
            Runtime.version(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }
}
