package com.redhat.devtools.lsp4ij.dap.descriptors;

import com.intellij.execution.configurations.RunConfigurationOptions;
import com.intellij.execution.runners.ExecutionEnvironment;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.vfs.VirtualFile;
import com.redhat.devtools.lsp4ij.dap.LaunchConfiguration;
import com.redhat.devtools.lsp4ij.dap.configurations.DebuggableFile;
import com.redhat.devtools.lsp4ij.dap.definitions.DebugAdapterServerDefinition;
import java.util.List;

public abstract class DebugAdapterDescriptorFactory implements DebuggableFile {
  public DebugAdapterDescriptor createDebugAdapterDescriptor(
      RunConfigurationOptions options, ExecutionEnvironment environment) {
    throw new UnsupportedOperationException();
  }

  public List<LaunchConfiguration> getLaunchConfigurations() {
    throw new UnsupportedOperationException();
  }

  public DebugAdapterServerDefinition getServerDefinition() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isDebuggableFile(VirtualFile file, Project project) {
    throw new UnsupportedOperationException();
  }
}
