/** JSX as text. */
export function h(type: string, _properties: object | null, ...children: string[]): string {
  return `<${type}>${children.join('')}</${type}>`;
}
