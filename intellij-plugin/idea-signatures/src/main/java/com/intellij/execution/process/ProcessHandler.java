package com.intellij.execution.process;

public abstract class ProcessHandler {}
