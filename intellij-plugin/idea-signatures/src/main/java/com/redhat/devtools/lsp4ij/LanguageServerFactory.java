package com.redhat.devtools.lsp4ij;

import com.intellij.openapi.project.Project;
import com.redhat.devtools.lsp4ij.server.StreamConnectionProvider;

public interface LanguageServerFactory {
  StreamConnectionProvider createConnectionProvider(Project project);
}
