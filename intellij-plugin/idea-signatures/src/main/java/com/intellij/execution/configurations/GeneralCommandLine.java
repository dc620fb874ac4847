package com.intellij.execution.configurations;

import java.nio.charset.Charset;

public class GeneralCommandLine {
  public GeneralCommandLine(String... command) {
    throw new UnsupportedOperationException();
  }

  public GeneralCommandLine withCharset(Charset charset) {
    throw new UnsupportedOperationException();
  }
}
