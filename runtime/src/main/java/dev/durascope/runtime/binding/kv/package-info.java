/**
 * KV namespaces ({@code kv_namespaces}), in the prelude {@code binding/kv.js}.
 *
 * <p>Must not know JavaScript values. Start reading at {@link
 * dev.durascope.runtime.binding.kv.KvNamespace}.
 */
@NullMarked
package dev.durascope.runtime.binding.kv;

import org.jspecify.annotations.NullMarked;
