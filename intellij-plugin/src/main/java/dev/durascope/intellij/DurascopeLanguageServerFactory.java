package dev.durascope.intellij;

import com.intellij.openapi.project.Project;
import com.redhat.devtools.lsp4ij.LanguageServerFactory;
import com.redhat.devtools.lsp4ij.server.StreamConnectionProvider;

/** What plugin.xml names as the language server: LSP4IJ asks it for one process a project. */
public final class DurascopeLanguageServerFactory implements LanguageServerFactory {
  @Override
  public StreamConnectionProvider createConnectionProvider(Project project) {
    return new DurascopeLanguageServer(DurascopeCommand.locate());
  }
}
