package com.redhat.devtools.lsp4ij.dap.definitions;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.vfs.VirtualFile;
import com.redhat.devtools.lsp4ij.dap.configurations.DebuggableFile;

public abstract class DebugAdapterServerDefinition implements DebuggableFile {
  @Override
  public boolean isDebuggableFile(VirtualFile file, Project project) {
    throw new UnsupportedOperationException();
  }
}
