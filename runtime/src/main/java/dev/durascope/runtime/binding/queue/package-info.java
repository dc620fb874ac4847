/**
 * Queues ({@code queues.producers} and {@code queues.consumers}), in the prelude {@code
 * binding/queue.js}; what a consumer's handler sees is in {@code triggers.js}.
 *
 * <p>Must not know JavaScript values, nor who runs the consumers. Start reading at {@link
 * dev.durascope.runtime.binding.queue.QueueBroker}.
 */
@NullMarked
package dev.durascope.runtime.binding.queue;

import org.jspecify.annotations.NullMarked;
