package dev.durascope.debugadapter.core;

import java.nio.file.Path;

/**
 * A breakpoint of one run, to be set again in the next.
 *
 * @param id the number that the user's editor knows it by
 * @param file the file it is in
 * @param request what the user has asked for
 */
public record PlacedBreakpoint(int id, Path file, SourceBreakpoint request) {}
