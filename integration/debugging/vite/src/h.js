/** JSX as text. */
export function h(type, properties, ...children) {
  if (typeof type === 'function') return type({ ...properties, children });
  const attributes = Object.entries(properties ?? {}).map(([name, value]) => ` ${name}="${value}"`);
  return `<${type}${attributes.join('')}>${children.join('')}</${type}>`;
}
