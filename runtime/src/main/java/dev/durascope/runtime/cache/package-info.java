/**
 * The cache behind {@code caches}: responses by URL, kept as long as their headers allow a shared
 * cache to. Knows no JavaScript, no project and no socket. Any thread. Start at {@link
 * dev.durascope.runtime.cache.HttpCache}.
 */
@NullMarked
package dev.durascope.runtime.cache;

import org.jspecify.annotations.NullMarked;
