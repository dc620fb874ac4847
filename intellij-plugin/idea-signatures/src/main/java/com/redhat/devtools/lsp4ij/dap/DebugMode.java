package com.redhat.devtools.lsp4ij.dap;

public enum DebugMode {
  LAUNCH,
  ATTACH
}
