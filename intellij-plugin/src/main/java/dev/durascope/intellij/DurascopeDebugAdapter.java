package dev.durascope.intellij;

import com.intellij.execution.ExecutionException;
import com.intellij.execution.configurations.GeneralCommandLine;
import com.intellij.execution.configurations.RunConfigurationOptions;
import com.intellij.execution.process.ProcessHandler;
import com.intellij.execution.runners.ExecutionEnvironment;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.vfs.VirtualFile;
import com.redhat.devtools.lsp4ij.dap.DebugMode;
import com.redhat.devtools.lsp4ij.dap.configurations.options.FileOptionConfigurable;
import com.redhat.devtools.lsp4ij.dap.definitions.DebugAdapterServerDefinition;
import com.redhat.devtools.lsp4ij.dap.descriptors.DefaultDebugAdapterDescriptor;
import com.redhat.devtools.lsp4ij.dap.descriptors.ServerReadyConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** One debug session: the process {@code durascope dap}, spoken to over its standard streams. */
final class DurascopeDebugAdapter extends DefaultDebugAdapterDescriptor {
  /** An adapter on standard streams can be spoken to at once: there is no port to wait for. */
  private static final int READY_AFTER_MILLIS = 0;

  DurascopeDebugAdapter(
      RunConfigurationOptions options,
      ExecutionEnvironment environment,
      DebugAdapterServerDefinition definition) {
    super(options, environment, definition);
  }

  @Override
  public ProcessHandler startServer() throws ExecutionException {
    DurascopeCommand command = DurascopeCommand.locate();
    if (command instanceof DurascopeCommand.Found found) {
      return startServer(
          new GeneralCommandLine(found.executable().toString(), "dap")
              .withCharset(StandardCharsets.UTF_8));
    }
    throw new ExecutionException(((DurascopeCommand.Missing) command).remedy());
  }

  @Override
  public ServerReadyConfig getServerReadyConfig(DebugMode mode) {
    return new ServerReadyConfig(READY_AFTER_MILLIS);
  }

  @Override
  public Map<String, Object> getDapParameters() {
    Optional<String> file =
        options instanceof FileOptionConfigurable chosen
            ? Optional.ofNullable(chosen.getFile()).filter(name -> !name.isBlank())
            : Optional.empty();
    Optional<String> base = Optional.ofNullable(environment.getProject().getBasePath());
    return LaunchParameters.complete(
        super.getDapParameters(), file.map(Path::of), base.map(Path::of));
  }

  @Override
  public boolean isDebuggableFile(VirtualFile file, Project project) {
    return ScriptFiles.areOfAWorker(file);
  }
}
