/**
 * Cryptography beneath {@code crypto.subtle} and {@code node:crypto}: the JDK's, a file a family of
 * algorithms, with nothing of Web Crypto's rules, which are the prelude's.
 *
 * <p>Must not know isolates' inner life, storage or HTTP. Operations read their arguments on the
 * isolate's thread and may compute on another. Start reading at {@link
 * dev.durascope.runtime.api.crypto.CryptoHost}.
 */
@NullMarked
package dev.durascope.runtime.api.crypto;

import org.jspecify.annotations.NullMarked;
