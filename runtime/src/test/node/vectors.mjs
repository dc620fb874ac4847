/**
 * Writes ../resources/dev/durascope/runtime/wire/vectors.json: every specimen as V8 serializes it.
 *
 *   node vectors.mjs
 *
 * Uses v8.Serializer itself, not v8.serialize(): the latter writes typed arrays in a way of its own.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import v8 from "node:v8";
import { specimens } from "../peer/worker/specimens.mjs";

const target = join(dirname(fileURLToPath(import.meta.url)), "../resources/dev/durascope/runtime/wire/vectors.json");

const serialize = (value) => {
  const serializer = new v8.Serializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer().toString("hex");
};

const vectors = specimens.map(({ name, make }) => ({ name, hex: serialize(make()) }));
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `${JSON.stringify({ node: process.versions.node, v8: process.versions.v8, vectors }, null, 2)}\n`);
