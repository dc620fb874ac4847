package com.redhat.devtools.lsp4ij.dap.descriptors;

import com.intellij.execution.ExecutionException;
import com.intellij.execution.configurations.RunConfigurationOptions;
import com.intellij.execution.process.ProcessHandler;
import com.intellij.execution.runners.ExecutionEnvironment;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.vfs.VirtualFile;
import com.redhat.devtools.lsp4ij.dap.definitions.DebugAdapterServerDefinition;
import java.util.Map;

public class DefaultDebugAdapterDescriptor extends DebugAdapterDescriptor {
  public DefaultDebugAdapterDescriptor(
      RunConfigurationOptions options,
      ExecutionEnvironment environment,
      DebugAdapterServerDefinition serverDefinition) {
    super(options, environment, serverDefinition);
  }

  @Override
  public ProcessHandler startServer() throws ExecutionException {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, Object> getDapParameters() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isDebuggableFile(VirtualFile file, Project project) {
    throw new UnsupportedOperationException();
  }
}
