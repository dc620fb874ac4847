package com.intellij.openapi.vfs;

public abstract class VirtualFile {
  protected VirtualFile() {}

  public abstract String getName();

  public abstract String getPath();

  public abstract boolean isDirectory();
}
