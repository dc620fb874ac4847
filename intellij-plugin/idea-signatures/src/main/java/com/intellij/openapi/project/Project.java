package com.intellij.openapi.project;

import org.jspecify.annotations.Nullable;

public interface Project {
  @Nullable String getBasePath();
}
