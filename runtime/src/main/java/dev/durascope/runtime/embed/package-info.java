/**
 * Workers and their Durable Objects inside a Java program, most often a test: start them, send them
 * requests, call their methods, read and write what their objects store, move their time on.
 *
 * <p>Must not know JavaScript values, HTTP servers, files of storage. All types here may be used
 * from any thread; those that wait say for what. Start reading at {@link
 * dev.durascope.runtime.embed.LocalWorker}.
 */
@NullMarked
package dev.durascope.runtime.embed;

import org.jspecify.annotations.NullMarked;
