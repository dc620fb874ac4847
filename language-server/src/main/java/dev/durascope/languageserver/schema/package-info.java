/**
 * What keys a wrangler configuration may have, by the JSON schema of the wrangler that the project
 * has installed, or of a recent one.
 *
 * <p>Must not know: which of these keys mean anything to us, LSP, rules.
 *
 * <p>Threads: schemas are immutable; {@link dev.durascope.languageserver.schema.InstalledSchemas}
 * may be used by any thread.
 *
 * <p>Start reading at {@link dev.durascope.languageserver.schema.SchemaNode}.
 */
@NullMarked
package dev.durascope.languageserver.schema;

import org.jspecify.annotations.NullMarked;
