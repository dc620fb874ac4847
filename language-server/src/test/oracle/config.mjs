/**
 * A configuration as a value, written as TOML, JSON or JSONC. What is wrapped by `mark` is found
 * again by its lines: that is where a mistake stands.
 */
const START = '\u0001';
const END = '\u0002';

class Marked {
  constructor(value) {
    this.value = value;
  }
}

export const mark = (value) => (value instanceof Marked ? value : new Marked(value));
export const unmarked = (value) => (value instanceof Marked ? value.value : value);

/** @returns `{ text, lines }`: the file, and the lines (from 1) that hold something marked. */
export function write(config, format, style) {
  const marked = format === 'toml' ? toml(config, style) : json(config, format === 'jsonc' ? style : {});
  const lines = [];
  let open = 0;
  marked.split('\n').forEach((line, index) => {
    const starts = line.split(START).length - 1;
    const ends = line.split(END).length - 1;
    if (open > 0 || starts > 0) lines.push(index + 1);
    open += starts - ends;
  });
  return { text: marked.replaceAll(START, '').replaceAll(END, ''), lines };
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Marked);

// ---------------------------------------------------------------- JSON

function json(config, { comments = false, trailingCommas = false, tabs = false } = {}) {
  const unit = tabs ? '\t' : '  ';
  const body = (value, depth) => {
    if (value instanceof Marked) return START + body(value.value, depth) + END;
    const inner = unit.repeat(depth + 1);
    const close = `${trailingCommas ? ',' : ''}\n${unit.repeat(depth)}`;
    if (Array.isArray(value)) {
      if (value.length === 0) return '[]';
      if (value.every((item) => typeof unmarked(item) !== 'object')) return `[${value.map((item) => body(item, depth)).join(', ')}]`;
      return `[\n${value.map((item) => inner + body(item, depth + 1)).join(',\n')}${close}]`;
    }
    if (!isObject(value)) return JSON.stringify(value);
    const members = Object.entries(value).map(([key, member]) => {
      const note = comments && depth === 0 ? `${inner}// ${key}: see "https://example.com/*"\n` : '';
      return `${note}${inner}${JSON.stringify(key)}: ${body(member, depth + 1)}`;
    });
    return members.length === 0 ? '{}' : `{\n${members.join(',\n')}${close}}`;
  };
  return `${comments ? '// What this Worker is made of.\n' : ''}${body(config, 0)}\n`;
}

// ---------------------------------------------------------------- TOML

function toml(config, { comments = false, inline = false } = {}) {
  const out = [];
  const key = (name) => (/^[A-Za-z0-9_-]+$/.test(name) ? name : JSON.stringify(name));
  const scalar = (value) => {
    if (value instanceof Marked) return START + scalar(value.value) + END;
    if (Array.isArray(value)) return `[${value.map(scalar).join(', ')}]`;
    if (isObject(value)) return `{ ${Object.entries(value).map(([name, member]) => `${key(name)} = ${scalar(member)}`).join(', ')} }`;
    return JSON.stringify(value);
  };
  const isTables = (value) => {
    const items = unmarked(value);
    return !inline && Array.isArray(items) && items.length > 0 && items.every((item) => isObject(unmarked(item)));
  };
  const table = (members, path) => {
    const later = [];
    for (const [name, member] of Object.entries(members)) {
      if (isTables(member) || isObject(unmarked(member))) later.push([name, member]);
      else out.push(`${key(name)} = ${scalar(member)}`);
    }
    for (const [name, member] of later) {
      const below = [...path, key(name)];
      const wrapped = member instanceof Marked;
      if (isTables(member)) {
        unmarked(member).forEach((item, index, all) => {
          const first = (wrapped && index === 0 ? START : '') + (item instanceof Marked ? START : '');
          const last = (item instanceof Marked ? END : '') + (wrapped && index === all.length - 1 ? END : '');
          out.push('', `${first}[[${below.join('.')}]]`);
          table(unmarked(item), below);
          out[out.length - 1] += last;
        });
      } else if (inline && path.length > 0) {
        out.push(`${key(name)} = ${scalar(member)}`);
      } else {
        const value = unmarked(member);
        const hasScalars = Object.values(value).some((each) => !isTables(each) && !isObject(unmarked(each)));
        if (hasScalars || wrapped || inline) out.push('', `${wrapped ? START : ''}[${below.join('.')}]`);
        table(value, below);
        if (wrapped) out[out.length - 1] += END;
      }
    }
  };
  if (comments) out.push('# What this Worker is made of: [[migrations]] = "below"');
  table(config, []);
  return `${out.join('\n')}\n`;
}
