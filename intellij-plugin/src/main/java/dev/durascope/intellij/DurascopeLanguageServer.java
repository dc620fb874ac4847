package dev.durascope.intellij;

import com.intellij.execution.configurations.GeneralCommandLine;
import com.redhat.devtools.lsp4ij.server.CannotStartProcessException;
import com.redhat.devtools.lsp4ij.server.OSProcessStreamConnectionProvider;
import java.nio.charset.StandardCharsets;

/**
 * The process {@code durascope lsp}, spoken to over its standard streams.
 *
 * <p>A missing command shows only when the server is started, since that is where LSP4IJ tells the
 * user of a failure.
 */
final class DurascopeLanguageServer extends OSProcessStreamConnectionProvider {
  private final DurascopeCommand command;

  DurascopeLanguageServer(DurascopeCommand command) {
    this.command = command;
    if (command instanceof DurascopeCommand.Found found) {
      setCommandLine(
          new GeneralCommandLine(found.executable().toString(), "lsp")
              .withCharset(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void start() throws CannotStartProcessException {
    if (command instanceof DurascopeCommand.Missing missing) {
      throw new CannotStartProcessException(missing.remedy());
    }
    super.start();
  }
}
