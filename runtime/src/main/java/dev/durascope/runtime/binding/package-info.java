/**
 * The kinds of bindings beyond Durable Objects: each has a package of its own here, and a class
 * that makes a {@link dev.durascope.runtime.worker.Binding} of what the configuration says.
 *
 * <p>Must not know the JavaScript engine, HTTP servers or how projects are run: what a binding does
 * in JavaScript is a file of the prelude below {@code binding/}. Functions are called on isolates'
 * threads; what waits happens elsewhere. Start reading at {@link
 * dev.durascope.runtime.binding.BindingKind}.
 */
@NullMarked
package dev.durascope.runtime.binding;

import org.jspecify.annotations.NullMarked;
