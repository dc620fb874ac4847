/**
 * Whether two values are the same for structured clone: alike in kind, in content and in order, and with the same
 * references shared. Says where they are not: a path, or undefined.
 */
export function difference(a, b, path = "value", pairs = new Map()) {
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) {
    return Object.is(a, b) ? undefined : `${path}: ${show(a)} is not ${show(b)}`;
  }
  if (pairs.has(a) || [...pairs.values()].includes(b)) {
    return pairs.get(a) === b ? undefined : `${path}: a reference to another object`;
  }
  pairs.set(a, b);
  const kind = kindOf(a);
  if (kind !== kindOf(b)) return `${path}: ${kind} is not ${kindOf(b)}`;
  const inside = (x, y, step) => difference(x, y, `${path}${step}`, pairs);
  if (["Number", "String", "Boolean", "BigInt"].includes(kind)) return inside(a.valueOf(), b.valueOf(), ".valueOf()");
  if (kind === "Date") return inside(a.getTime(), b.getTime(), ".getTime()");
  if (kind === "RegExp") return inside(String(a), String(b), "");
  if (kind === "Map" || kind === "Set") {
    const [left, right] = [[...a].flat(kind === "Map" ? 1 : 0), [...b].flat(kind === "Map" ? 1 : 0)];
    return first([inside(left.length, right.length, ".size"), ...left.map((each, i) => inside(each, right[i], `[[${i}]]`))]);
  }
  if (kind === "ArrayBuffer") {
    const hex = (buffer) => new Uint8Array(buffer).toHex?.() ?? [...new Uint8Array(buffer)].join();
    return inside(hex(a), hex(b), "") ?? inside(a.resizable, b.resizable, ".resizable") ?? inside(a.maxByteLength, b.maxByteLength, ".maxByteLength");
  }
  if (ArrayBuffer.isView(a)) {
    return inside(a.byteOffset, b.byteOffset, ".byteOffset") ?? inside(a.byteLength, b.byteLength, ".byteLength") ?? inside(a.buffer, b.buffer, ".buffer");
  }
  const hidden = kind === "Error" ? ["name", "message", "stack", "cause"] : kind === "Array" ? ["length"] : [];
  const names = Object.keys(a);
  return first([
    ...hidden.map((name) => inside(a[name], b[name], `.${name}`)),
    ...hidden.map((name) => inside(Object.hasOwn(a, name), Object.hasOwn(b, name), ` has ${name}`)),
    inside(names.join("\n"), Object.keys(b).join("\n"), " keys"),
    ...names.map((name) => inside(a[name], b[name], `[${JSON.stringify(name)}]`)),
  ]);
}

function first(results) {
  return results.find((result) => result !== undefined);
}

function kindOf(object) {
  if (object instanceof Error) return "Error";
  return Object.prototype.toString.call(object).slice(8, -1);
}

function show(value) {
  const text = typeof value === "string" ? JSON.stringify(value) : typeof value === "bigint" ? `${value}n` : Object.is(value, -0) ? "-0" : String(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
