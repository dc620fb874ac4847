/**
 * The files beside a configuration that give values to {@code env}: {@code .dev.vars} and {@code
 * .env}, read as wrangler reads them.
 *
 * <p>Must not know how values are used. No state; any thread. Start reading at {@link
 * dev.durascope.model.env.LocalVars}.
 */
@NullMarked
package dev.durascope.model.env;

import org.jspecify.annotations.NullMarked;
