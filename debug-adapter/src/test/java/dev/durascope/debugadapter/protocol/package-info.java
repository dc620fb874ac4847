/**
 * Conversations: what a client sends, what the adapter answers, every message of it.
 *
 * <p>They must not know how the adapter does it; the program is a real one.
 *
 * <p>The test's thread plays the client and the world; the adapter runs on threads of its own.
 *
 * <p>Start reading at {@link dev.durascope.debugadapter.protocol.Conversation}.
 */
@NullMarked
package dev.durascope.debugadapter.protocol;

import org.jspecify.annotations.NullMarked;
