package com.redhat.devtools.lsp4ij.dap.configurations;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.vfs.VirtualFile;

public interface DebuggableFile {
  boolean isDebuggableFile(VirtualFile file, Project project);
}
