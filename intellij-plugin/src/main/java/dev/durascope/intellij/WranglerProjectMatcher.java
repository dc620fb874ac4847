package dev.durascope.intellij;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.vfs.VirtualFile;
import com.redhat.devtools.lsp4ij.DocumentMatcher;

/**
 * Which JavaScript and TypeScript the language server sees: that of Workers, so that a file of any
 * other project does not start it.
 */
public final class WranglerProjectMatcher implements DocumentMatcher {
  @Override
  public boolean match(VirtualFile file, Project project) {
    return WranglerProject.folderOf(file).isPresent();
  }
}
