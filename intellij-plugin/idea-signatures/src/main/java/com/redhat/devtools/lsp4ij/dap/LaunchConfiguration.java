package com.redhat.devtools.lsp4ij.dap;

public class LaunchConfiguration {
  public LaunchConfiguration(String id, String name, String content, DebugMode type) {
    throw new UnsupportedOperationException();
  }
}
