package dev.durascope.runtime.bundle;

import java.nio.file.Path;

/**
 * A module that stays outside the bundle: text, bytes or WebAssembly that the bundle imports.
 *
 * @param specifier what the bundle's import says, relative to the bundle, such as {@code
 *     ./3f2a…-page.html}; made from the contents, so that other contents have another specifier
 * @param file where it was read
 * @param content the file's bytes; nobody writes to the array
 */
@SuppressWarnings("ArrayRecordComponent") // compared by specifier where at all
public record AdditionalModule(String specifier, ModuleType type, Path file, byte[] content) {}
