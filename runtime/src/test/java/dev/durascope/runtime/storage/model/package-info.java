/**
 * Random programs of storage steps, run on a store and on a model that is plainly right, and
 * compared step by step; what fails is shrunk to its smallest form.
 *
 * <p>Must not know: how a store stores. One thread. Start reading at {@link
 * dev.durascope.runtime.storage.model.StorageModelContract}.
 */
@NullMarked
package dev.durascope.runtime.storage.model;

import org.jspecify.annotations.NullMarked;
