/**
 * The URL Standard's parser, serializer and setters, in plain Java.
 *
 * <p>Must not know JavaScript, isolates or HTTP. Free of state, for any thread; a {@code Url} that
 * is being changed belongs to one. Start reading at {@link dev.durascope.runtime.api.url.Url}.
 */
@NullMarked
package dev.durascope.runtime.api.url;

import org.jspecify.annotations.NullMarked;
