package dev.durascope.intellij;

import com.intellij.execution.configurations.RunConfigurationOptions;
import com.intellij.execution.runners.ExecutionEnvironment;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.vfs.VirtualFile;
import com.redhat.devtools.lsp4ij.dap.DebugMode;
import com.redhat.devtools.lsp4ij.dap.LaunchConfiguration;
import com.redhat.devtools.lsp4ij.dap.descriptors.DebugAdapterDescriptor;
import com.redhat.devtools.lsp4ij.dap.descriptors.DebugAdapterDescriptorFactory;
import java.util.List;

/**
 * What plugin.xml names as the debug adapter: LSP4IJ asks it for one descriptor a debug session.
 */
public final class DurascopeDebugAdapterFactory extends DebugAdapterDescriptorFactory {
  @Override
  public DebugAdapterDescriptor createDebugAdapterDescriptor(
      RunConfigurationOptions options, ExecutionEnvironment environment) {
    return new DurascopeDebugAdapter(options, environment, getServerDefinition());
  }

  /** The template that the run configuration's editor offers. */
  @Override
  public List<LaunchConfiguration> getLaunchConfigurations() {
    return List.of(
        new LaunchConfiguration(
            "durable-object",
            "Durable Objects",
            """
            {
              "type": "durable-object",
              "request": "launch",
              "name": "Durable Objects"
            }
            """,
            DebugMode.LAUNCH));
  }

  @Override
  public boolean isDebuggableFile(VirtualFile file, Project project) {
    return ScriptFiles.areOfAWorker(file);
  }
}
