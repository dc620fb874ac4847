package dev.durascope.runtime.storage;

/**
 * A text in a table that is not UTF-8, and therefore no string.
 *
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed over, not shared or compared
public record RawText(byte[] bytes) {}
