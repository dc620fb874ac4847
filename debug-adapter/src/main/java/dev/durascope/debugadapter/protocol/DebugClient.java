package dev.durascope.debugadapter.protocol;

import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;

/** The client, as far as the adapter speaks to it: the protocol's own events. */
interface DebugClient extends IDebugProtocolClient {}
