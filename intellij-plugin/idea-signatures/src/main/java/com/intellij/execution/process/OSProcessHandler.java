package com.intellij.execution.process;

import com.intellij.execution.ExecutionException;
import com.intellij.execution.configurations.GeneralCommandLine;

/** In the platform, ProcessHandler is an ancestor and not the direct superclass. */
public class OSProcessHandler extends ProcessHandler {
  public OSProcessHandler(GeneralCommandLine commandLine) throws ExecutionException {
    throw new UnsupportedOperationException();
  }
}
