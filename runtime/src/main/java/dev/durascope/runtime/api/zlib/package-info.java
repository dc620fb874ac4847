/**
 * Compression as {@code node:zlib} has it: deflate, gzip and Brotli as codecs that take input as it
 * comes.
 *
 * <p>Must not know JavaScript. A codec is used by one thread at a time. Start at {@code Codec}.
 */
@NullMarked
package dev.durascope.runtime.api.zlib;

import org.jspecify.annotations.NullMarked;
