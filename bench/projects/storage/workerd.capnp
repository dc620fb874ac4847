# The same Worker on workerd alone, without wrangler before it.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "files", disk = (path = "objects", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed "index.js")],
  compatibilityDate = "2026-03-01",
  durableObjectNamespaces = [(className = "Ledger", uniqueKey = "storage-Ledger", enableSql = true)],
  durableObjectStorage = (localDisk = "files"),
  bindings = [(name = "OBJECTS", durableObjectNamespace = "Ledger")],
);
