package dev.durascope.intellij;

import com.intellij.openapi.vfs.VirtualFile;
import java.util.Locale;
import java.util.Set;

/** The files that may hold a Worker's code, and so a breakpoint. plugin.xml maps the same ones. */
final class ScriptFiles {
  static final Set<String> EXTENSIONS =
      Set.of("js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx");

  private ScriptFiles() {}

  static boolean includes(VirtualFile file) {
    String name = file.getName();
    int dot = name.lastIndexOf('.');
    return !file.isDirectory()
        && dot >= 0
        && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /** Whether a breakpoint in the file could ever be hit by a Worker. */
  static boolean areOfAWorker(VirtualFile file) {
    return includes(file) && WranglerProject.folderOf(file).isPresent();
  }
}
