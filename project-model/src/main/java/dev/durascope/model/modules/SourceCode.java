package dev.durascope.model.modules;

import java.nio.file.Path;

/** A file of a project with what it says. */
public record SourceCode(Path file, CodeFile code) {}
