package com.redhat.devtools.lsp4ij.dap.configurations.options;

import org.jspecify.annotations.Nullable;

public interface FileOptionConfigurable {
  @Nullable String getFile();
}
