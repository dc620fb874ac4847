package com.redhat.devtools.lsp4ij.dap.descriptors;

public class ServerReadyConfig {
  public ServerReadyConfig(int connectTimeout) {
    throw new UnsupportedOperationException();
  }
}
