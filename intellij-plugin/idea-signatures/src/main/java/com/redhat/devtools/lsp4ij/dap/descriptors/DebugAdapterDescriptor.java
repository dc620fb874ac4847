package com.redhat.devtools.lsp4ij.dap.descriptors;

import com.intellij.execution.ExecutionException;
import com.intellij.execution.configurations.GeneralCommandLine;
import com.intellij.execution.configurations.RunConfigurationOptions;
import com.intellij.execution.process.OSProcessHandler;
import com.intellij.execution.process.ProcessHandler;
import com.intellij.execution.runners.ExecutionEnvironment;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.vfs.VirtualFile;
import com.redhat.devtools.lsp4ij.dap.DebugMode;
import com.redhat.devtools.lsp4ij.dap.configurations.DebuggableFile;
import com.redhat.devtools.lsp4ij.dap.definitions.DebugAdapterServerDefinition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

public abstract class DebugAdapterDescriptor implements DebuggableFile {
  protected final RunConfigurationOptions options;
  protected final ExecutionEnvironment environment;

  public DebugAdapterDescriptor(
      RunConfigurationOptions options,
      ExecutionEnvironment environment,
      @Nullable DebugAdapterServerDefinition serverDefinition) {
    throw new UnsupportedOperationException();
  }

  public abstract ProcessHandler startServer() throws ExecutionException;

  protected OSProcessHandler startServer(GeneralCommandLine commandLine) throws ExecutionException {
    throw new UnsupportedOperationException();
  }

  public abstract Map<String, Object> getDapParameters();

  public ServerReadyConfig getServerReadyConfig(DebugMode debugMode) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isDebuggableFile(VirtualFile file, Project project) {
    throw new UnsupportedOperationException();
  }
}
