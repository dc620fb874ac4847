package dev.durascope.runtime.bundle.esbuild;

import java.nio.file.Path;
import java.util.List;

/**
 * What to build: the command line's flags, one entry, the working directory, and the hooks that
 * answer for us.
 *
 * @param entry the entry's absolute path
 * @param workingDir where relative paths and the flags start from; absolute
 * @param flags as on esbuild's command line; output is never written to disk whatever they say
 * @param resolvers asked in order, the first that does not pass wins
 * @param loaders asked in order for the contents of modules in namespaces of our own
 */
public record BuildRequest(
    Path entry,
    Path workingDir,
    List<String> flags,
    List<ResolveHook> resolvers,
    List<LoadHook> loaders) {

  public BuildRequest {
    if (!entry.isAbsolute() || !workingDir.isAbsolute()) {
      throw new IllegalArgumentException(
          "entry and working directory must be absolute: " + entry + ", " + workingDir);
    }
    flags = List.copyOf(flags);
    resolvers = List.copyOf(resolvers);
    loaders = List.copyOf(loaders);
  }

  /**
   * A say in the resolution of import paths.
   *
   * @param filter a Go regular expression, matched by esbuild so that other imports cost no round
   *     trip
   */
  public record ResolveHook(String filter, Answerer answerer) {

    /** Decides; runs on a virtual thread, several at a time. */
    @FunctionalInterface
    public interface Answerer {
      ResolveAnswer answer(ResolveQuestion question) throws InterruptedException;
    }
  }

  /** The text of the modules of one namespace: JavaScript, from the module's path. */
  public record LoadHook(String namespace, Source source) {

    /** Makes the text; runs on a virtual thread, several at a time. */
    @FunctionalInterface
    public interface Source {
      String text(String path);
    }
  }
}
