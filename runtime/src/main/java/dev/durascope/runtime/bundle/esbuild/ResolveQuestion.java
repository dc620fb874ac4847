package dev.durascope.runtime.bundle.esbuild;

import java.nio.file.Path;

/**
 * An import that esbuild met and wants resolved.
 *
 * @param path as written, such as {@code ./page.html}
 * @param importer the importing file, or its name in another namespace
 * @param resolveDir where relative paths start; empty for modules that are no files
 * @param kind esbuild's word, such as {@code import-statement} or {@code require-call}
 * @param resolver resolves as if no hook of ours were there
 */
public record ResolveQuestion(
    String path, String importer, String resolveDir, String kind, Resolver resolver) {

  /** Whether the import is a CommonJS {@code require}. */
  public boolean isRequire() {
    return kind.equals("require-call") || kind.equals("require-resolve");
  }

  /** esbuild's own resolution, our hooks left out. */
  @FunctionalInterface
  public interface Resolver {
    Resolution resolve(String path, Path fromDir) throws InterruptedException;
  }

  /** What esbuild's own resolution says. */
  public sealed interface Resolution {
    /** It is this file. */
    record Found(Path file) implements Resolution {}

    /** It is not part of the bundle. */
    record External(String path) implements Resolution {}

    /** There is no such module; why, in esbuild's words. */
    record NotFound(String reason) implements Resolution {}
  }
}
