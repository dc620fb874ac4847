package dev.durascope.runtime.lifecycle;

import dev.durascope.model.config.Lifecycle.Storage;
import java.util.Optional;

/**
 * A class whose objects have a place on disk.
 *
 * @param idKey what its objects' ids are made from: {@code worker-Class} by the name that the class
 *     was born with, which it keeps through renames and transfers, as ids do in production
 * @param storage what the class was created with, where the configuration says it
 */
public record Holding(String idKey, Optional<Storage> storage) {}
