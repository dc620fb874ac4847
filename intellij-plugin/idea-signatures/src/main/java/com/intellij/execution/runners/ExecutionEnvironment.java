package com.intellij.execution.runners;

import com.intellij.openapi.project.Project;

public final class ExecutionEnvironment {
  private ExecutionEnvironment() {}

  public Project getProject() {
    throw new UnsupportedOperationException();
  }
}
