package com.intellij.execution.configurations;

public class RunConfigurationOptions {}
