package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.IoContext;

/** A resident that is no object. */
record PlainResident(String title, IoContext io, RpcServer rpc, PendingCalls pendingCalls)
    implements Resident {}
